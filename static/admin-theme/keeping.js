/* Keeps what is typed into a form of the desk: on the server, and in the browser until the server has it. */
'use strict';
{
    let state = null;
    let form = null;
    const SOON = 300;
    const LATER = 1500;
    const PULSE = 30000;
    const PREFIX = 'desk-kept:';
    const LEFT_OUT = new Set(['csrfmiddlewaretoken']);

    function text() {
        const said = new URLSearchParams();
        for (const [name, value] of new FormData(form)) {
            if (typeof value === 'string' && !LEFT_OUT.has(name)) {
                said.append(name, value);
            }
        }
        return said.toString();
    }

    function start() {
        const token = form.elements._page.value;
        const stored = `${PREFIX}${location.pathname}:${token}`;
        const others = document.getElementById('others');
        let first = '';
        let kept = '';
        let timer = 0;
        let soon = 0;
        let sent = false;

        function body(more) {
            const said = new URLSearchParams({
                csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
                token,
                kind: state.dataset.kind,
                key: state.dataset.key,
                ...more,
            });
            return said;
        }

        async function tell(more, options) {
            const answer = await fetch(state.dataset.address, {
                method: 'POST',
                body: body(more),
                headers: {Accept: 'application/json'},
                redirect: 'error',
                ...options,
            });
            if (!answer.ok) {
                throw new Error(String(answer.status));
            }
            return answer.json();
        }

        function show(answer) {
            others.textContent = answer.others || '';
            others.hidden = !answer.others;
        }

        function keepHere(said) {
            try {
                localStorage.setItem(stored, said);
            } catch {
                // Full, or forbidden: the server has it.
            }
        }

        async function keep(options) {
            const said = text();
            if (sent || said === kept) {
                return;
            }
            keepHere(said);
            try {
                show(await tell({text: said}, options));
                kept = said;
                localStorage.removeItem(stored);
                state.textContent = state.dataset.kept;
            } catch {
                state.textContent = state.dataset.here;
            }
        }

        function typed() {
            clearTimeout(soon);
            clearTimeout(timer);
            soon = setTimeout(() => keepHere(text()), SOON);
            timer = setTimeout(keep, LATER);
        }

        form.addEventListener('input', typed);
        form.addEventListener('change', typed);
        // Widgets that are jQuery's tell of a change by events of their own.
        window.django?.jQuery?.(form).on('change', typed);
        form.addEventListener('submit', () => {
            keepHere(text());
            sent = true;
            // What was saved is no longer to be offered: the next page of the record asks the server.
            sessionStorage.setItem(`${PREFIX}sent`, stored);
        });
        window.addEventListener('pagehide', () => {
            if (!sent && text() !== kept && text() !== first) {
                keepHere(text());
                keep({keepalive: true});
            }
        });
        // Whoever leaves by the buttons of the language, a link or the tab: all of it is on the server first.
        document.addEventListener(
            'submit',
            async (event) => {
                if (event.target === form || sent || text() === kept || text() === first) {
                    return;
                }
                event.preventDefault();
                const {submitter} = event;
                await keep();
                if (submitter) {
                    const chosen = document.createElement('input');
                    Object.assign(chosen, {type: 'hidden', name: submitter.name, value: submitter.value});
                    event.target.append(chosen);
                }
                sent = true;
                HTMLFormElement.prototype.submit.call(event.target);
            },
            true,
        );
        setInterval(async () => {
            try {
                show(await tell({}));
                if (text() !== kept && text() !== first) {
                    keep();
                }
            } catch {
                // It is told when there is something to keep.
            }
        }, PULSE);

        // Django's own scripts give fields their first values when the page has loaded.
        setTimeout(() => {
            first = text();
            kept = first;
            if (state.dataset.shown) {
                kept = '';
                keep();
            } else {
                tell({}).then(show, () => {});
            }
        }, 0);
        offer(token);
    }

    /* What this browser has of this page, and the server perhaps not: handed over as soon as it answers. */
    async function offer(token) {
        const prefix = `${PREFIX}${location.pathname}:`;
        const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
        for (const name of names) {
            const old = name.slice(prefix.length);
            if (old === token) {
                continue;
            }
            const said = localStorage.getItem(name);
            const answer = await fetch(state.dataset.address, {
                method: 'POST',
                body: new URLSearchParams({
                    csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
                    token: old,
                    kind: state.dataset.kind,
                    key: state.dataset.key,
                    text: said,
                }),
                redirect: 'error',
            }).catch(() => null);
            if (answer?.ok) {
                localStorage.removeItem(name);
                const notice = document.createElement('p');
                notice.className = 'notice';
                const link = document.createElement('a');
                link.href = `?kept=${encodeURIComponent(old)}`;
                link.textContent = state.dataset.take;
                notice.append(`${state.dataset.found} `, link);
                form.before(notice);
            }
        }
    }

    // Scripts of the admin stand in the head of its pages.
    document.addEventListener('DOMContentLoaded', () => {
        state = document.getElementById('kept-state');
        form = state?.closest('form');
        if (!form?.elements._page) {
            return;
        }
        // A form that the server has taken is saved: nothing of it is left to offer.
        const before = sessionStorage.getItem(`${PREFIX}sent`);
        if (before && document.querySelector('.messagelist .success')) {
            localStorage.removeItem(before);
        }
        sessionStorage.removeItem(`${PREFIX}sent`);
        start();
    });
}
