/* Writing without the mouse: Ctrl+S saves, a new row has the focus, a link leads into its field. */
'use strict';
{
    function focus(root) {
        const controls = 'input:not([type=hidden], [hidden]), select:not([hidden]), textarea, [contenteditable]';
        const first = root.matches(controls)
            ? root
            : root.querySelector('fieldset')?.querySelector(controls) || root.querySelector(controls);
        first?.focus();
        return Boolean(first);
    }

    document.addEventListener('keydown', (event) => {
        const button = document.querySelector('.submit-row [name=_continue], .submit-row [name=_save]');
        if ((event.ctrlKey || event.metaKey) && event.key === 's' && button) {
            event.preventDefault();
            // What is being written in a field counts, too.
            document.activeElement?.blur();
            button.click();
        }
    });

    document.addEventListener('formset:added', (event) => focus(event.target));

    /* Puts the fields of a row, as the page of its link has them, in the place of its sentence. */
    async function open(row) {
        const link = row.querySelector('.open-row');
        try {
            const answer = await fetch(link.href);
            const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
            const opened = answer.ok && page.getElementById(row.id);
            if (!opened || opened.classList.contains('shut')) {
                throw new Error('no such row');
            }
            row.className = opened.className;
            row.replaceChildren(...opened.childNodes);
            row.dispatchEvent(new CustomEvent('desk:opened', {bubbles: true}));
            focus(row);
        } catch {
            // What is written elsewhere on the page must not be lost: the row stays shut.
            link.classList.add('failed');
        }
    }

    document.addEventListener('click', (event) => {
        const row = event.target.closest('.open-row')?.closest('.shut');
        if (row && !event.ctrlKey && !event.metaKey) {
            event.preventDefault();
            open(row);
            return;
        }
        const link = event.target.closest('.needed a, .wrong a, .messagelist a');
        if (!link?.hash) {
            return;
        }
        const name = decodeURIComponent(link.hash.slice(1));
        // The look-up of a field stands in its place.
        const place = document.getElementById(`${name}_typed`) || document.getElementById(name);
        const shut = document.getElementById(name.replace(/^id_(.+-\d+)-.*$/, '$1'));
        if (!place && shut?.classList.contains('shut')) {
            event.preventDefault();
            shut.scrollIntoView({block: 'center'});
            open(shut);
        } else if (place) {
            event.preventDefault();
            place.closest('details')?.setAttribute('open', '');
            place.scrollIntoView({block: 'center'});
            if (!focus(place)) {
                focus(place.closest('.inline-group') || document.body);
            }
        }
    });

    document.addEventListener('DOMContentLoaded', () => document.querySelector('.wrong')?.focus());
}
