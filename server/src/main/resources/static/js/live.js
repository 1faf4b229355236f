// Tells the parts of a page that follow what happens that something has happened. They fetch themselves anew.
const NOT_MORE_OFTEN_THAN = 300;

if (document.querySelector("[data-live]")) {
    const events = new EventSource("/api/events");
    let announced;

    events.addEventListener("activity", () => {
        announced ??= setTimeout(() => {
            announced = undefined;
            htmx.trigger(document.body, "news");
        }, NOT_MORE_OFTEN_THAN);
    });

    addEventListener("pagehide", () => events.close());
}
