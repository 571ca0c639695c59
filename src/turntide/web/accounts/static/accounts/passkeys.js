// Says so on the page when a passkey was not used: the browser's own words go to the console alone.
document.addEventListener("allauth.error", (event) => {
  const refused = document.getElementById("passkey-refused");
  if (!refused) return;
  event.preventDefault();
  refused.hidden = false;
});
