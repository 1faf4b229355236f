// A button beside a form asks the browser's authenticator, and sends the form with what it says.
const supported = window.PublicKeyCredential?.parseCreationOptionsFromJSON && window.PublicKeyCredential?.parseRequestOptionsFromJSON;

for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = !supported;
    form.addEventListener("submit", event => {
        if (form.elements.response.value === "") {
            event.preventDefault();
            ask(form);
        }
    });
}

async function ask(form) {
    const says = form.querySelector("[data-passkey-says]");
    says.textContent = "";
    try {
        const credential = await (form.dataset.passkey === "create" ? create(form) : get(form));
        if (credential) {
            form.elements.response.value = JSON.stringify(credential.toJSON());
            form.submit();
        }
    } catch (refused) {
        says.textContent = refused.name === "InvalidStateError"
            ? "This device has a passkey of yours already."
            : "The browser gave no passkey. Try again, or use another way.";
    }
}

async function create(form) {
    const options = await optionsFor(form);
    return options && navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options)});
}

async function get(form) {
    const options = await optionsFor(form);
    return options && navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options)});
}

async function optionsFor(form) {
    const answer = await fetch(form.dataset.options, {
        method: "POST",
        headers: {"X-XSRF-TOKEN": form.elements._csrf.value, "Accept": "application/json"},
    });
    if (answer.status === 403 && form.dataset.prove) {
        location.assign(form.dataset.prove);
        return null;
    }
    if (!answer.ok) {
        throw new Error("No options: " + answer.status);
    }
    return answer.json();
}
