/* Lets the library for passkeys work on the form of the page, and says on the page where it fails. */
'use strict';
document.addEventListener('allauth.error', (event) => {
    event.preventDefault();
    const told = document.querySelector('.passkey-trouble');
    if (told) {
        document.querySelector('#content').append(told);
        told.hidden = false;
    }
});
{
    const form = document.querySelector('[data-passkey]');
    const options = document.querySelector('#passkey_data');
    window.allauth.webauthn.forms[form.dataset.passkey]({
        ids: {
            add: 'passkey_use',
            authenticate: 'passkey_use',
            login: 'passkey_use',
            credential: 'id_credential',
            passwordless: 'id_passwordless',
        },
        data: options && JSON.parse(options.textContent),
    });
}
