/* Gives names to the controls that Django's admin leaves without one. */
'use strict';
{
    function name(root) {
        for (const box of root.querySelectorAll('.select2-selection:not([data-named])')) {
            const select = box.closest('.select2-container').previousElementSibling;
            const label = select?.id && document.querySelector(`label[for="${select.id}"]`);
            box.dataset.named = '';
            if (label) {
                if (!label.id) {
                    label.id = `${select.id}_label`;
                }
                const shown = box.getAttribute('aria-labelledby') || '';
                box.setAttribute('aria-labelledby', `${label.id} ${shown}`.trim());
                const text = box.querySelector('[role="textbox"]');
                if (text) {
                    text.setAttribute('aria-labelledby', label.id);
                }
                const search = box.querySelector('.select2-search__field');
                if (search) {
                    search.setAttribute('aria-labelledby', label.id);
                }
            }
        }
    }

    // The boxes come when Django's own script gets to it, and with every row that is added.
    new MutationObserver(() => name(document)).observe(document.documentElement, {
        childList: true,
        subtree: true,
    });
}
