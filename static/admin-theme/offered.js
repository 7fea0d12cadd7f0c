/* The list below a field in which one types: what may be meant, how many more there are, and a way
   to add what is not there. */
'use strict';
{
    let number = 0;

    function element(name, properties, ...children) {
        const node = Object.assign(document.createElement(name), properties);
        node.append(...children);
        return node;
    }

    window.deskOffered = class {
        /* `taken` hears which line somebody clicks on; `added`, that none of them is meant. */
        constructor(input, taken, added) {
            number += 1;
            this.input = input;
            this.active = -1;
            this.lines = [];
            this.list = element('ul', {id: `look-up-${number}`, role: 'listbox'});
            this.list.setAttribute('aria-label', input.getAttribute('aria-label'));
            this.said = element('p', {className: 'said', role: 'status'});
            this.adding = element('button', {type: 'button', className: 'add', tabIndex: -1});
            this.box = element('div', {className: 'offered', hidden: true}, this.list, this.said, this.adding);
            const states = {
                role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.list.id,
            };
            for (const [name, value] of Object.entries(states)) {
                input.setAttribute(name, value);
            }
            this.box.addEventListener('mousedown', (event) => event.preventDefault());
            this.list.addEventListener('click', (event) => {
                const option = event.target.closest('[role=option]');
                if (option) {
                    taken(this.lines[option.dataset.number]);
                }
            });
            this.adding.addEventListener('click', added);
        }

        get isShown() {
            return !this.box.hidden;
        }

        /* The line that Enter takes. */
        get pointed() {
            return this.isShown ? this.lines[this.active] : undefined;
        }

        /* `adding`: what the button says; empty, if nothing can be added. */
        show(answer, adding) {
            this.lines = answer.lines;
            this.list.replaceChildren(...answer.lines.map((line, index) => this.option(line, index)));
            this.list.hidden = !this.lines.length;
            this.said.textContent = answer.said;
            this.adding.hidden = !adding;
            this.adding.textContent = adding;
            this.box.hidden = !this.lines.length && !answer.said && !adding;
            this.input.setAttribute('aria-expanded', String(this.isShown));
            this.point(answer.ready ? 0 : -1);
        }

        option(line, index) {
            const option = element('li', {id: `${this.list.id}-${index}`, role: 'option'},
                element('bdi', {className: 'name', textContent: line.label}), ' ',
                element('span', {className: 'beside', dir: 'auto', textContent: line.beside}), ' ',
                element('span', {className: 'why', textContent: line.why}));
            option.dataset.number = index;
            option.setAttribute('aria-selected', 'false');
            return option;
        }

        close() {
            this.box.hidden = true;
            this.input.setAttribute('aria-expanded', 'false');
            this.point(-1);
        }

        point(index) {
            this.active = index;
            for (const option of this.list.children) {
                option.setAttribute('aria-selected', String(option.dataset.number === String(index)));
            }
            const option = this.list.children[index];
            if (option && this.isShown) {
                this.input.setAttribute('aria-activedescendant', option.id);
                option.scrollIntoView({block: 'nearest'});
            } else {
                this.input.removeAttribute('aria-activedescendant');
            }
        }

        move(step) {
            this.point(Math.max(0, Math.min(this.lines.length - 1, this.active + step)));
        }
    };
}
