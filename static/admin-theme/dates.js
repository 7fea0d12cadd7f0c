/* Shows below a date field how its text is understood, while it is being typed. */
'use strict';
{
    const WAIT = 200;
    const timers = new WeakMap();
    const asked = new WeakMap();

    function element(name, text, className) {
        const node = document.createElement(name);
        node.textContent = text;
        if (className) {
            node.className = className;
        }
        return node;
    }

    function show(output, reading) {
        const parts = [];
        if (reading.lines.length) {
            const list = document.createElement('dl');
            for (const [name, value] of reading.lines) {
                const row = document.createElement('div');
                row.append(element('dt', name), element('dd', value));
                list.append(row);
            }
            parts.push(list);
        }
        for (const kind of ['question', 'error']) {
            if (reading[kind]) {
                parts.push(element('p', reading[kind], kind));
            }
        }
        output.replaceChildren(...parts);
    }

    async function ask(field) {
        const output = field.closest('.date-field').querySelector('output');
        const text = field.value;
        asked.set(field, text);
        const address = `${field.dataset.dates}?text=${encodeURIComponent(text)}`;
        try {
            const answer = await fetch(address, {headers: {Accept: 'application/json'}});
            // A slow answer to an earlier text must not replace that to a later one.
            if (answer.ok && asked.get(field) === text) {
                show(output, await answer.json());
            }
        } catch {
            // Without the network the reading appears after saving, as it does without this script.
        }
    }

    document.addEventListener('input', (event) => {
        const field = event.target;
        if (field.matches('input[data-dates]')) {
            clearTimeout(timers.get(field));
            timers.set(field, setTimeout(ask, WAIT, field));
        }
    });
}
