// Keeps relative times true while a page stays open, and shows the exact ones in the reader's own time zone.
const UNITS = [["day", 86_400], ["hour", 3_600], ["minute", 60], ["second", 1]];
const FEW = 2;
const A_MOMENT = 5;
const A_MONTH = 30 * 86_400;
const A_TICK = 5_000;

const words = new Intl.RelativeTimeFormat("en", {numeric: "always"});
const exact = new Intl.DateTimeFormat(undefined, {dateStyle: "medium", timeStyle: "long"});

function relative(seconds) {
    if (Math.abs(seconds) < A_MOMENT) {
        return "just now";
    }
    const [unit, length] = UNITS.find(([, length]) => Math.abs(seconds) >= FEW * length) ?? UNITS.at(-1);
    return words.format(Math.trunc(seconds / length), unit);
}

function refresh() {
    for (const time of document.querySelectorAll("time[data-relative]")) {
        const at = new Date(time.dateTime);
        const seconds = (at - Date.now()) / 1_000;
        if (Math.abs(seconds) <= A_MONTH) {
            time.textContent = relative(seconds);
        }
        time.title = exact.format(at);
    }
}

refresh();
setInterval(refresh, A_TICK);
document.addEventListener("htmx:afterSettle", refresh);
