// Says how hard a new password is to guess while it is typed. What counts is the server's verdict when the form is sent.
const A_PAUSE = 300;

async function verdict(password, signal) {
    const answer = await fetch("/api/auth/password-strength", {
        method: "POST",
        headers: {"Content-Type": "application/json"},
        body: JSON.stringify({password}),
        signal,
    });
    return answer.ok ? answer.json() : undefined;
}

function show(meter, strength) {
    meter.hidden = !strength;
    if (strength) {
        const bar = meter.querySelector("progress");
        bar.value = strength.score;
        bar.classList.toggle("bar-done", strength.accepted);
        bar.classList.toggle("bar-near", !strength.accepted);
        meter.querySelector("[aria-live]").textContent = strength.says;
    }
}

for (const meter of document.querySelectorAll("[data-strength-of]")) {
    const field = document.getElementById(meter.dataset.strengthOf);
    let due;
    let asking;

    field.addEventListener("input", () => {
        clearTimeout(due);
        asking?.abort();
        due = setTimeout(async () => {
            asking = new AbortController();
            try {
                show(meter, field.value ? await verdict(field.value, asking.signal) : undefined);
            } catch (gone) {
                if (gone.name !== "AbortError") {
                    show(meter, undefined);
                }
            }
        }, A_PAUSE);
    });
}
