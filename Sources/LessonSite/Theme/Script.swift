/// Holds the small scripts of a page; a reader without them misses only comfort.
enum Script {
  /// Sets the theme that the reader chose before anything is drawn.
  static let theme = """
    try{const t=localStorage.getItem("kb-theme");if(t){document.documentElement.dataset.theme=t;document.querySelector("[name=color-scheme]").content=t}}catch{}
    """

  /// Adds the theme switch and the copy buttons.
  static let page = """
    {const r=document.documentElement,b=document.createElement("button"),n={"":"Theme: system",light:"Theme: light",dark:"Theme: dark"},o=["","light","dark"];
    const s=()=>{const t=r.dataset.theme||"";b.textContent=n[t];document.querySelector("[name=color-scheme]").content=t||"light dark"};b.type="button";s();
    b.onclick=()=>{const t=o[(o.indexOf(r.dataset.theme||"")+1)%3];if(t)r.dataset.theme=t;else delete r.dataset.theme;try{localStorage.setItem("kb-theme",t)}catch{}s()};
    document.querySelector(".bar").append(b);
    for(const p of document.querySelectorAll("pre.code")){const d=document.createElement("div"),c=document.createElement("button");d.className="box";c.type="button";c.textContent="Copy";
    c.setAttribute("aria-label","Copy: "+p.getAttribute("aria-label"));p.replaceWith(d);d.append(p,c);
    c.onclick=async()=>{const t=p.textContent;try{await navigator.clipboard.writeText(t)}catch{const a=document.createElement("textarea");a.value=t;d.append(a);a.select();document.execCommand("copy");a.remove();c.focus()}
    c.textContent="Copied";setTimeout(()=>{c.textContent="Copy"},1500)}}}
    """
}
