// Where nobody has chosen a time zone yet, offers the browser's.
const field = document.querySelector("select[data-zone=guess]");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (field?.value === "UTC" && [...field.options].some(({value}) => value === zone)) {
    field.value = zone;
}
