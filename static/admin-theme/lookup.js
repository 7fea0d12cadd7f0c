/* Chooses records by what is typed. A line is only ever taken from the list that answers the text
   that stands in the field: an answer says which text it answers. Whoever is faster than it gets
   what the text stands for as a whole, or is asked. */
'use strict';
{
    const WAIT = 60;
    function element(name, properties, ...children) {
        const node = Object.assign(document.createElement(name), properties);
        node.append(...children);
        return node;
    }

    class LookUp {
        constructor(box) {
            this.box = box;
            this.select = box.querySelector('select');
            this.input = box.querySelector(':scope > input');
            this.many = 'many' in box.dataset;
            this.typedName = this.input.name;
            this.answer = null;
            this.waiting = null;
            this.build();
            this.sync();
            new MutationObserver(() => this.sync()).observe(this.select, {childList: true});
        }

        build() {
            const {box, input, select} = this;
            this.offered = new window.deskOffered(input, (line) => this.take(line), () => this.add());
            this.chosen = element('ul', {className: 'chosen', hidden: !this.many});
            box.append(this.offered.box);
            box.insertBefore(this.chosen, input);
            const label = select.id && document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
            if (label) {
                label.htmlFor = input.id;
                input.removeAttribute('aria-label');
            }
            select.hidden = true;
            input.addEventListener('input', () => this.typed());
            input.addEventListener('keydown', (event) => this.key(event));
            input.addEventListener('focus', () => this.many || input.select());
            input.addEventListener('blur', () => this.left());
            input.addEventListener('click', () => this.offered.isShown || this.ask());
            // Somebody else chose: a draft that was put back, another script.
            select.addEventListener('change', () => this.sync());
            box.dataset.ready = '';
        }

        get text() {
            return this.input.value.trim();
        }

        /* Is something typed that nothing has been chosen for? */
        get isOpen() {
            return Boolean(this.input.name) && this.text !== '';
        }

        /* Shows what is chosen. What was typed and sent, and is not known, stays. */
        sync() {
            const taken = [...this.select.selectedOptions].filter((option) => option.value);
            if (this.many) {
                this.chosen.replaceChildren(...taken.map((option) => this.chip(option)));
                return;
            }
            const option = taken[0];
            if (option && option.value !== this.shown) {
                this.shown = option.value;
                this.input.value = option.label;
                this.settle();
            } else if (!option && this.shown && !this.isOpen) {
                this.shown = '';
                this.input.value = '';
            } else if (!this.text) {
                this.settle();
            }
        }

        chip(option) {
            const remove = element('button', {type: 'button', textContent: '×'});
            remove.setAttribute('aria-label', `${this.box.dataset.remove}: ${option.label}`);
            remove.addEventListener('click', () => {
                option.remove();
                this.changed();
                this.input.focus();
            });
            return element('li', {}, element('bdi', {textContent: option.label}), remove);
        }

        changed() {
            this.select.dispatchEvent(new Event('change', {bubbles: true}));
        }

        /* The choice says it all: what stands in the field is not sent. */
        settle() {
            this.input.removeAttribute('name');
            this.waiting = null;
            this.box.classList.remove('looking', 'unsettled');
            this.input.removeAttribute('aria-invalid');
            this.offered.close();
        }

        typed() {
            this.input.name = this.typedName;
            this.waiting = null;
            this.box.classList.remove('looking', 'unsettled');
            this.input.removeAttribute('aria-invalid');
            if (!this.many && this.select.value) {
                this.before = {key: this.select.value, label: this.select.selectedOptions[0].label};
                this.shown = '';
                this.select.value = '';
                this.changed();
            }
            clearTimeout(this.timer);
            if (this.text) {
                this.timer = setTimeout(() => this.ask(), WAIT);
            } else {
                this.settle();
            }
        }

        async ask() {
            clearTimeout(this.timer);
            const text = this.text;
            const asked = this.isOpen ? text : '';
            try {
                const response = await fetch(`${this.box.dataset.address}?text=${encodeURIComponent(asked)}`, {
                    headers: {Accept: 'application/json'},
                });
                // What has been typed on meanwhile has a question, and an answer, of its own.
                if (!response.ok || this.text !== text) {
                    return;
                }
                this.answer = await response.json();
            } catch {
                return; // What was typed is sent with the form, and understood there.
            }
            if (this.text !== text) {
                return;
            }
            if (this.waiting === text) {
                this.decide();
            } else if (document.activeElement === this.input) {
                this.open();
            }
        }

        get isAnswered() {
            return this.answer !== null && this.answer.text === (this.isOpen ? this.text : '');
        }

        /* Enter, or the end of writing: what the text stands for, or a question. */
        decide() {
            const line = this.answer.lines.find((one) => one.key === this.answer.meant);
            this.waiting = null;
            this.box.classList.remove('looking');
            if (line) {
                this.take(line);
                return;
            }
            this.box.classList.add('unsettled');
            this.input.setAttribute('aria-invalid', 'true');
            if (document.activeElement === this.input) {
                this.open();
            }
        }

        wait() {
            if (this.isAnswered) {
                this.decide();
                return;
            }
            this.waiting = this.text;
            this.box.classList.add('looking');
            this.ask();
        }

        take(line) {
            const key = String(line.key);
            let option = [...this.select.options].find((one) => one.value === key);
            if (!option) {
                option = new Option(line.label, key);
                this.select.add(option);
            }
            if (this.many) {
                this.input.value = '';
            } else {
                this.select.value = key;
                this.shown = key;
                this.input.value = line.label;
            }
            option.selected = true;
            this.settle();
            this.changed();
        }

        open() {
            const here = this.here();
            const lines = this.answer.lines.map((line) =>
                here.has(String(line.key)) ? {...line, why: this.box.dataset.here} : line,
            );
            const adding = this.link() && this.isOpen ? this.box.dataset.add.replace('%s', this.text) : '';
            this.offered.show({...this.answer, lines}, adding);
        }

        move(step) {
            if (this.offered.isShown && this.isAnswered) {
                this.offered.move(step);
            } else {
                this.ask();
            }
        }

        key(event) {
            if (event.isComposing) {
                return;
            }
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault();
                this.move(event.key === 'ArrowDown' ? 1 : -1);
            } else if (event.key === 'Enter') {
                this.enter(event);
            } else if (event.key === 'Escape' && (this.offered.isShown || this.isOpen)) {
                event.preventDefault();
                event.stopPropagation();
                this.offered.close();
                if (this.isOpen && this.before) {
                    this.take(this.before);
                }
            } else if (event.key === 'Backspace' && this.many && !this.input.value) {
                this.chosen.lastElementChild?.querySelector('button').click();
            }
        }

        enter(event) {
            event.preventDefault();
            if (event.ctrlKey || event.metaKey) {
                if (this.isOpen && this.offered.isShown) {
                    event.stopPropagation();
                    this.add();
                }
            } else if (this.isAnswered && this.offered.pointed) {
                this.take(this.offered.pointed);
            } else if (this.isOpen) {
                this.wait();
            }
        }

        left() {
            this.offered.close();
            if (this.isOpen && !this.box.classList.contains('unsettled')) {
                this.wait();
            }
        }

        /* The keys that rows of the same list have already. */
        here() {
            const group = this.many ? this.box : this.box.closest('.inline-group') || this.box;
            const same = `.look-up[data-address="${this.box.dataset.address}"] select`;
            const options = [...group.querySelectorAll(same)].flatMap((one) => [...one.selectedOptions]);
            return new Set(options.map((option) => option.value));
        }

        link() {
            return this.box.closest('.related-widget-wrapper')?.querySelector('a.add-related');
        }

        /* Django's own window for a new record, which begins with what was typed. */
        add() {
            const link = this.link();
            if (!link) {
                return;
            }
            const address = new URL(link.href);
            for (const [name, value] of Object.entries(this.answer.add)) {
                address.searchParams.set(name, value);
            }
            const usual = link.href;
            link.href = address.href;
            link.click();
            link.href = usual;
        }
    }

    function begin(root) {
        for (const box of root.querySelectorAll('.look-up:not([data-ready])')) {
            if (!box.closest('.empty-form')) {
                new LookUp(box);
            }
        }
    }

    document.addEventListener('DOMContentLoaded', () => begin(document));
    // With every row that is added.
    document.addEventListener('formset:added', (event) => begin(event.target));
    document.addEventListener('desk:opened', (event) => begin(event.target));
}
