// Counts what is typed, next to the field.
function count(field) {
    const says = document.getElementById(field.dataset.count);
    const length = [...field.value].length;
    says.textContent = `${length} of ${says.dataset.most} characters.`;
    says.classList.toggle("text-danger", length > Number(says.dataset.most));
}

function countAll() {
    document.querySelectorAll("[data-count]").forEach(count);
}

countAll();
document.addEventListener("htmx:afterSettle", countAll);
addEventListener("input", ({target}) => {
    if (target.dataset?.count) {
        count(target);
    }
});
