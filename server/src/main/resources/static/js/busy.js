// A form that takes its time says so, and cannot be sent twice.
addEventListener("submit", ({target, submitter}) => {
    if (submitter?.dataset.busy) {
        submitter.textContent = submitter.dataset.busy;
        setTimeout(() => submitter.disabled = true);
        target.setAttribute("aria-busy", "true");
    }
});

// Coming back to a page that the browser kept, its buttons work again.
addEventListener("pageshow", ({persisted}) => {
    if (persisted && document.querySelector("form[aria-busy]")) {
        location.reload();
    }
});
