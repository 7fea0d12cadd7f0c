from tests.admin.conftest import desk, desk_of, record, users

__all__ = ["desk", "desk_of", "record", "users"]
