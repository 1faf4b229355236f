// A part that fetches itself anew is replaced as a whole. Whoever is pressing a button or link meanwhile must not find it replaced under
// their hand, since nothing would come of the press; and what had the focus has it afterwards. (Where it has an id, htmx sees to that.)
const PRESSABLE = "a, button, label, summary";

let pressing = false;
let missed = false;
let focused;

const isRefresh = (event) => event.detail.requestConfig?.elt.matches("[data-live]");

const alike = (one) => (other) =>
    other.id === one.id && other.href === one.href && other.form?.action === one.form?.action && other.name === one.name;

// Of other buttons of a mouse, and of what scrolls, one doesn't always hear the end.
for (const begin of ["pointerdown", "keydown"]) {
    addEventListener(begin, (event) => { pressing = !event.button && event.target.closest?.(PRESSABLE) != null; }, true);
}

for (const end of ["pointerup", "pointercancel", "keyup", "blur"]) {
    addEventListener(end, (event) => {
        if (end === "blur" && event.target !== window) {
            return;
        }
        pressing = false;
        if (missed) {
            missed = false;
            setTimeout(() => ["news", "mail"].forEach((name) => htmx.trigger(document.body, name)));
        }
    }, true);
}

document.addEventListener("htmx:beforeSwap", (event) => {
    if (isRefresh(event) && pressing) {
        event.detail.shouldSwap = false;
        missed = true;
    }
    focused = document.activeElement;
});

document.addEventListener("htmx:afterSwap", () => {
    if (document.activeElement === document.body && !focused.isConnected) {
        [...document.getElementsByTagName(focused.tagName)].find(alike(focused))?.focus({preventScroll: true});
    }
});
