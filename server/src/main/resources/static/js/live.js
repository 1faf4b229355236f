// Tells the parts of a page that follow what happens that something has happened. They fetch themselves anew.
const NOT_MORE_OFTEN_THAN = 1_000;

if (document.querySelector("[data-live]")) {
    const events = new EventSource("/api/events");
    let last = 0;
    let due;

    events.addEventListener("activity", () => {
        due ??= setTimeout(() => {
            due = undefined;
            last = Date.now();
            htmx.trigger(document.body, "news");
        }, Math.max(0, last + NOT_MORE_OFTEN_THAN - Date.now()));
    });

    addEventListener("pagehide", () => events.close());
}
