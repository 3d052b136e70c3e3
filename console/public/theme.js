// Runs before the first paint, so that a dark console never flashes white.
(function () {
  var theme = 'system'
  var language = null
  try {
    theme = localStorage.getItem('millrace.theme') || 'system'
    language = localStorage.getItem('millrace.language')
  } catch {
    // Storage may be closed to us; the defaults are fine.
  }
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  var chinese = language ? language === 'zh' : /^zh/i.test(navigator.language)
  document.documentElement.lang = chinese ? 'zh-CN' : 'en'
})()
