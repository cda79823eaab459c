// An app with a mistake: once while its script runs, once later.
setTimeout(() => {
  throw new Error('mistake of another app, later');
});
throw new Error('mistake of another app');
