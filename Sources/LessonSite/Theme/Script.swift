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

extension Script {
  /// Adds the search over the index that the page holds; every word must be found, titles first.
  static let search = """
    {const h=document.getElementById("search"),D=JSON.parse(document.getElementById("search-index").textContent),$=(n,p={},...c)=>{const e=Object.assign(document.createElement(n),p);e.append(...c);return e};
    const f=t=>t.normalize("NFD").replace(/[\\u0300-\\u036f]/g,"").toLowerCase(),i=$("input",{type:"search",id:"q",autocomplete:"off"}),l=$("label",{htmlFor:"q",textContent:"Search the course"}),s=$("p",{className:"facts"}),o=$("ol");s.setAttribute("role","status");h.append(l,i,s,o);
    const S=D.flatMap(([u,t,p])=>p.map(([a,g,x])=>({u:a?u+"#"+a:u,t,g,x,T:f(t),G:f(g),X:f(x)})));
    const cut=(x,X,w)=>{const k=w.map(v=>X.indexOf(v)).filter(v=>v>=0);if(!k.length)return[x.slice(0,140)];const b=Math.max(0,Math.min(...k)-50),q=x.slice(b,b+160),Q=X.slice(b,b+160);let r=[b?"…":""],e=0;
    if(x.length==X.length)for(;;){let m=-1,n="";for(const v of w){const p=Q.indexOf(v,e);if(p>=0&&(m<0||p<m)){m=p;n=v}}if(m<0)break;r.push(q.slice(e,m),$("mark",{textContent:q.slice(m,m+n.length)}));e=m+n.length}
    r.push(q.slice(e),b+160<x.length?"…":"");return r};
    const go=()=>{const w=f(i.value).split(/\\s+/).filter(Boolean);o.replaceChildren();if(!w.length){s.textContent="";return}
    const R=S.map(e=>({e,n:w.reduce((n,v)=>{const k=(e.T.includes(v)?8:0)+(e.G.includes(v)?4:0)+(e.X.includes(v)?1:0);return n&&k?n+k:0},1)})).filter(r=>r.n).sort((a,b)=>b.n-a.n);
    s.textContent=R.length==1?"1 section":R.length+" sections"+(R.length>20?", the first 20 shown":"");
    for(const{e}of R.slice(0,20))o.append($("li",{},$("a",{href:e.u,textContent:e.g?e.t+" › "+e.g:e.t}),$("p",{},...cut(e.x,e.X,w))))};
    i.oninput=go;i.value=new URLSearchParams(location.search).get("q")||"";go();if(location.hash=="#search")i.focus()}
    """
}
