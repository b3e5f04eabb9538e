function doPost(e) {
  const answer = (body) =>
    ContentService.createTextOutput(JSON.stringify(body)).setMimeType(ContentService.MimeType.JSON);
  const is = (pattern, value) => typeof value === 'string' && pattern.test(value);
  // The apostrophe makes a cell a text: no formula, no date, and no ZIP code without its zero.
  const cell = (value) => `'${typeof value === 'string' ? value : (JSON.stringify(value) ?? '')}`;

  const text = e.postData?.contents ?? '';
  if (text.length >= 50_000) return answer({ error: 'too large for a cell' });
  let submission;
  try {
    submission = JSON.parse(text);
  } catch {
    return answer({ error: 'no JSON' });
  }
  const { id, member, consents, submittedAt } = submission ?? {};
  if (!is(/^[\da-f-]{36}$/, id)) return answer({ error: 'no id' });
  if (!is(/^\S+@\S+$/, member?.email)) {
    return answer({ errors: [{ pointer: '/member/email', code: 'email' }] });
  }

  const lock = LockService.getScriptLock();
  if (!lock.tryLock(8000)) return answer({ error: 'busy' });
  try {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
    const ids = sheet.getRange('A:A').createTextFinder(id).matchEntireCell(true);
    if (!ids.findNext()) {
      const { kind, name, givenName, familyName, email, telephone, postalCode } = member;
      const person = [kind, name, givenName, familyName, email, telephone, postalCode];
      sheet.appendRow([id, submittedAt, ...person, consents?.[0]?.granted, text].map(cell));
      SpreadsheetApp.flush(); // In the sheet before anybody is thanked.
    }
  } finally {
    lock.releaseLock();
  }
  return answer({ id, status: 'confirmed' });
}
