// Tells the parts of a page that follow what happens that something has happened, and that it concerns the inbox. They fetch themselves
// anew; also when the listening begins, since something may have happened since the page was made. A page that nobody sees does not
// listen: browsers keep few connections open.
const NOT_MORE_OFTEN_THAN = 1_000;
const OF_THE_INBOX = ["message-received", "mark-seen", "send-message", "send-first-message"];

if (document.querySelector("[data-live]")) {
    let events;
    let last = 0;
    let due;
    let mail = false;

    const tell = (action) => {
        mail ||= action === undefined || OF_THE_INBOX.includes(action);
        due ??= setTimeout(() => {
            due = undefined;
            last = Date.now();
            htmx.trigger(document.body, "news");
            if (mail) {
                mail = false;
                htmx.trigger(document.body, "mail");
            }
        }, Math.max(0, last + NOT_MORE_OFTEN_THAN - Date.now()));
    };

    const listen = () => {
        events = new EventSource("/api/events");
        events.addEventListener("activity", (event) => tell(JSON.parse(event.data).action));
        events.addEventListener("open", () => tell());
    };

    addEventListener("pagehide", () => events.close());
    addEventListener("pageshow", (shown) => shown.persisted && listen());
    document.addEventListener("visibilitychange", () => {
        events.close();
        if (!document.hidden) {
            listen();
        }
    });

    listen();
}
