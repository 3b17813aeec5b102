// Inside WeChat: a shared link shows the page's title, words and picture. Elsewhere, and when anything fails, nothing.
(function () {
  const own = document.currentScript;
  if (!own || !/MicroMessenger/i.test(navigator.userAgent)) { return; }

  function told(selector, name) {
    const element = document.querySelector(selector);
    return element ? element.getAttribute(name) || "" : "";
  }

  function load(address) {
    window.module = window.module || { exports: {} }; // the package is written for bundlers
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => done(window.module.exports.config ? window.module.exports : window.jWeixin);
      script.onerror = failed;
      document.head.append(script);
    });
  }

  function dress(wx, signature) {
    const jsApiList = ["updateAppMessageShareData", "updateTimelineShareData"];
    const words = {
      title: told('meta[property="og:title"]', "content") || document.title,
      desc: told('meta[name="description"]', "content"),
      link: told('link[rel="canonical"]', "href") || location.href.split("#")[0],
      imgUrl: told('meta[property="og:image"]', "content"),
    };
    wx.config(Object.assign({ debug: false, jsApiList }, signature));
    wx.ready(() => jsApiList.forEach((name) => wx[name](words)));
  }

  const asked = own.dataset.signature + "?url=" + encodeURIComponent(location.href.split("#")[0]);
  fetch(asked, { credentials: "omit" })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then((signature) => load(own.dataset.sdk).then((wx) => dress(wx, signature)))
    .catch(() => {});
})();
