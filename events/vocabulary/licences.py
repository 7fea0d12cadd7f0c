"""On what terms pictures may be shown, and where those are written."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Licence(TextChoices):
    CC_BY_4 = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA_4 = "cc-by-sa-4.0", "CC BY-SA 4.0"
    CC_BY_3 = "cc-by-3.0", "CC BY 3.0"
    CC_BY_SA_3 = "cc-by-sa-3.0", "CC BY-SA 3.0"
    CC_BY_2 = "cc-by-2.0", "CC BY 2.0"
    CC_BY_SA_2 = "cc-by-sa-2.0", "CC BY-SA 2.0"
    CC0 = "cc0", "CC0 1.0"
    PUBLIC_DOMAIN = "public-domain", _("Public domain")
    PERMISSION = "permission", _("Used with permission")
    OWN = "own", _("All rights reserved")


CREATIVE_COMMONS = "https://creativecommons.org"
# Those that have no page of their own are missing.
LICENCE_ADDRESSES: dict[str, str] = {
    Licence.CC_BY_4: f"{CREATIVE_COMMONS}/licenses/by/4.0/",
    Licence.CC_BY_SA_4: f"{CREATIVE_COMMONS}/licenses/by-sa/4.0/",
    Licence.CC_BY_3: f"{CREATIVE_COMMONS}/licenses/by/3.0/",
    Licence.CC_BY_SA_3: f"{CREATIVE_COMMONS}/licenses/by-sa/3.0/",
    Licence.CC_BY_2: f"{CREATIVE_COMMONS}/licenses/by/2.0/",
    Licence.CC_BY_SA_2: f"{CREATIVE_COMMONS}/licenses/by-sa/2.0/",
    Licence.CC0: f"{CREATIVE_COMMONS}/publicdomain/zero/1.0/",
    Licence.PUBLIC_DOMAIN: f"{CREATIVE_COMMONS}/publicdomain/mark/1.0/",
}
