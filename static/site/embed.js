// For pages of others: <record-embed> around a frame of the record makes it as high as what it shows.
// Without this, the frame is there with the height that its code gives it.
"use strict";
if (!customElements.get("record-embed")) customElements.define("record-embed", class extends HTMLElement {
  connectedCallback() {
    this.listen = ({ source, origin, data }) => {
      const frame = this.querySelector("iframe");
      if (!frame || source !== frame.contentWindow || origin !== new URL(frame.src).origin) return;
      if (data?.message === "height" && data.value > 0) frame.height = Math.ceil(data.value);
    };
    addEventListener("message", this.listen);
    this.querySelector("iframe")?.contentWindow.postMessage({ message: "ready" }, "*");
  }

  disconnectedCallback() {
    removeEventListener("message", this.listen);
  }
});
