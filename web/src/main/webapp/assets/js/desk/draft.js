/** What the agent typed for a contact, kept in this tab until the contact is closed: a reload loses nothing. */
const KEY = "fairlead.desk.draft";

export function draftOf(contactId) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return kept?.contactId === contactId ? kept : { contactId };
  } catch {
    return { contactId };
  }
}

export function keep(contactId, part) {
  sessionStorage.setItem(KEY, JSON.stringify({ ...draftOf(contactId), ...part }));
}

export function forget() {
  sessionStorage.removeItem(KEY);
}
