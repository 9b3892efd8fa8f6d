/// Holds the style sheet that every page carries.
enum Theme {
  /// The whole style sheet.
  static let stylesheet = "\n" + Palette.stylesheet + text + frame + cells + print

  /// Prose: headings, lists, tables, figures, formulas.
  private static let text = """
    *{box-sizing:border-box}
    html{font:100%/1.6 Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;background:var(--kb-paper);color:var(--kb-ink);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0 auto;padding:0 1rem;max-width:46rem;overflow-wrap:break-word}
    h1,h2,h3,h4,h5,h6{font-family:system-ui,sans-serif;line-height:1.25;font-weight:600;margin:2.2em 0 .6em}
    h1{font-size:clamp(1.6rem,5vw,2.3rem);margin:1.2em 0 .4em;letter-spacing:-.015em}
    h2{font-size:1.35rem}h3{font-size:1.12rem}h4,h5,h6{font-size:1rem}
    .num{color:var(--kb-muted);font-weight:400;margin-right:.35em}
    p,ul,ol,dl,pre,figure,blockquote,.wide,.callout,.eq{margin:1em 0}
    li>ul,li>ol{margin:.2em 0}ul,ol{padding-left:1.6em}
    a{color:var(--kb-link)}a:hover{color:var(--kb-ink)}
    :focus-visible{outline:2px solid var(--kb-link);outline-offset:2px;border-radius:2px}
    main:focus{outline:0}
    hr{border:0;border-top:1px solid var(--kb-rule);margin:2.5em 0}
    blockquote{margin-left:0;margin-right:0;padding-left:1em;border-left:3px solid var(--kb-rule);color:var(--kb-muted)}
    img{max-width:100%;height:auto}
    code,pre,samp,kbd{font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
    pre code,pre samp{font-size:inherit}
    :not(pre)>code{background:var(--kb-code);padding:.1em .25em;border-radius:3px}
    .lead{font-size:1.15rem;color:var(--kb-muted);margin-top:0}
    .facts,.bar,.contents,footer,figcaption,.wide,.callout-title,summary,.check,.failure,.not-run{font-family:system-ui,sans-serif;font-size:.875rem;line-height:1.5}
    .facts{color:var(--kb-muted)}
    .wide{overflow-x:auto;max-width:100%}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    th,td{padding:.3em .8em .3em 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--kb-grid)}
    thead th,thead td{border-bottom:1px solid var(--kb-muted);font-weight:600;vertical-align:bottom}
    .r{text-align:right}.m{text-align:center}
    figure{margin-left:0;margin-right:0;display:flex;flex-direction:column}figure>*{min-width:0}figure>.data{order:2}
    figure svg{display:block;height:auto;max-width:100%}
    .broad svg{min-width:28rem}
    figcaption{margin:.5em 0;color:var(--kb-muted)}figcaption b{color:var(--kb-ink)}
    figure.table .wide{margin:.3em 0}
    math{font-family:"STIX Two Math","Latin Modern Math","Cambria Math","DejaVu Math TeX Gyre",math;font-size:1.05em}
    math .cases mtd,math .l{text-align:left}math .align>mtr>mtd{text-align:left;padding:.3em 0}math .align>mtr>mtd:nth-child(odd){text-align:right}math .align>mtr>mtd:nth-child(odd):not(:first-child){padding-left:2em}
    math .small mtd{padding:.1em .3em}math .boxed{border:1px solid;padding:.25em}math .overline{border-top:.06em solid;padding-top:.12em}math .underline{border-bottom:.06em solid;padding-bottom:.12em}math .vl{border-left:1px solid}
    @media(max-width:46rem){.long{display:inline-block;max-width:100%;overflow:auto hidden;vertical-align:bottom}}
    .nb{white-space:nowrap}
    .eq{display:flex;align-items:center;gap:1em}
    .eq>div{flex:1;min-width:0;overflow:auto hidden;padding:.25em 0}
    .missing{color:var(--kb-bad)}
    .callout{border-left:3px solid var(--c,var(--kb-s1));padding:.1em 0 .1em 1em}
    .callout>:last-child{margin-bottom:.2em}
    .callout-title{font-weight:600;margin:.2em 0;color:var(--c,var(--kb-s1))}
    .callout-title+p{margin-top:.3em}
    .kind::after{content:":"}
    .tip{--c:var(--kb-good)}.warning{--c:var(--kb-s5)}.important{--c:var(--kb-s8)}.caution{--c:var(--kb-bad)}

    """

  /// The frame: bar, contents, neighbours, provenance.
  private static let frame = """
    .skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--kb-paper);padding:.5em}
    .bar{display:flex;flex-wrap:wrap;gap:.3em 1.2em;align-items:center;padding:.7rem 0;border-bottom:1px solid var(--kb-rule);color:var(--kb-muted)}
    .bar :first-child{margin-right:auto}
    .bar a{color:inherit;text-decoration:none}.bar a:hover{text-decoration:underline}
    button{font:inherit;color:var(--kb-muted);background:none;border:1px solid var(--kb-rule);border-radius:4px;padding:.15em .6em;cursor:pointer}
    button:hover{color:var(--kb-ink);border-color:var(--kb-muted)}
    summary{cursor:pointer;color:var(--kb-muted)}summary:hover{color:var(--kb-ink)}
    .contents{border:1px solid var(--kb-rule);border-width:1px 0;padding:.6rem 0;margin:1.5rem 0}
    .contents summary{font-weight:600}
    .contents ol{list-style:none;margin:.3em 0;padding:0}.contents ol ol{padding-left:1.2em}
    .contents li{padding:.12em 0}
    .contents a{color:inherit;text-decoration:none}.contents a:hover{text-decoration:underline}
    footer{border-top:1px solid var(--kb-rule);margin-top:4rem;padding:1rem 0 2rem;color:var(--kb-muted)}
    .neighbours{display:flex;flex-wrap:wrap;gap:1em;justify-content:space-between;margin-bottom:1.5rem;font-size:1rem}
    .neighbours small{display:block;color:var(--kb-muted)}.neighbours [rel=next]{margin-left:auto;text-align:right}
    .lessons{padding-left:1.4em}.lessons li{margin:1.6em 0}.lessons li::marker{color:var(--kb-muted);font:1.1rem system-ui,sans-serif}.lessons h2{font-size:1.15rem;margin:0 0 .2em}.lessons p{margin:.2em 0}
    .search{font:.875rem/1.5 system-ui,sans-serif}.search label{display:block;color:var(--kb-muted)}.search input{font:inherit;font-size:1rem;width:100%;padding:.35em .6em;color:inherit;background:var(--kb-paper);border:1px solid var(--kb-muted);border-radius:4px}.search ol{padding:0;list-style:none}.search li p{margin:.1em 0 .8em;color:var(--kb-muted)}mark{background:none;color:var(--kb-ink);font-weight:700}
    .provenance h2{font-size:.875rem;margin:0 0 .5em}
    .provenance dl,.check dl{margin:0;display:grid;gap:.1em}
    .provenance dl>div,.check dl>div{display:grid;grid-template-columns:6.5em minmax(0,1fr)}
    dd{margin:0;overflow-wrap:anywhere}
    @media(min-width:76rem){.has-contents{padding-left:17rem;max-width:63rem}.contents{position:fixed;top:4rem;width:14rem;max-height:calc(100vh - 5rem);overflow:auto;margin:0 0 0 -17rem;border:0;padding:.5rem 0}.has-contents .bar,.has-contents footer{margin-left:-17rem}}

    """

  /// Code and what it gave: outputs stand apart by a line at their side, not by boxes.
  private static let cells = """
    .cell{margin:1.6em 0}
    pre{overflow-x:auto;line-height:1.5;tab-size:4}
    .code{background:var(--kb-code);padding:.8em 1em;border-radius:5px;margin:0}
    .k{color:var(--kb-word)}.s{color:var(--kb-text)}.c{color:var(--kb-muted);font-style:italic}.n{color:var(--kb-digit)}.t{color:var(--kb-type)}.a{color:var(--kb-word)}
    .box{position:relative}.box>button{position:absolute;top:.4em;right:.4em;font:.75rem system-ui,sans-serif;background:var(--kb-paper);opacity:0}
    .box:hover>button,.box:focus-within>button{opacity:1}
    .fold>summary{margin:0 0 .4em}
    .outputs{margin:.7em 0 0;padding-left:1em;border-left:2px solid var(--kb-rule)}
    .outputs>*{margin:.6em 0}.outputs>:first-child{margin-top:0}.outputs>:last-child{margin-bottom:0}
    .outputs pre{padding:.1em 0}
    .stderr{color:var(--kb-bad)}.stderr::before{content:"standard error";display:block;font:.75rem system-ui,sans-serif}
    .not-run{color:var(--kb-muted);font-style:italic}
    .failure,.check{border-left:3px solid var(--kb-bad);padding-left:1em;margin-left:calc(-1em - 2px)}.failure.expected{border-color:var(--kb-s5)}
    .failure p{margin:.4em 0}.failure>p>b{color:var(--kb-bad)}.failure.expected>p>b,.failure .try>b{color:var(--kb-ink)}
    .excerpt{background:var(--kb-code);padding:.6em .8em;border-radius:5px}.line{color:var(--kb-muted);user-select:none}.excerpt b{color:var(--kb-bad)}
    .check{border-color:var(--kb-s5)}.check.passed{border-color:var(--kb-good)}.check p{margin:0 0 .3em}
    .check b{color:var(--kb-s5)}.passed b{color:var(--kb-good)}
    .value{font-variant-numeric:tabular-nums}

    """

  /// Paper: no navigation, nothing cut off, nothing torn apart.
  private static let print = """
    @page{margin:20mm 18mm}
    @media print{html{font-size:10.5pt}body,.has-contents{max-width:none;padding:0}.bar,.skip,.contents,.neighbours,.data,button,.fold{display:none!important}
    pre{white-space:pre-wrap;overflow-wrap:anywhere}.wide{overflow:visible}a{color:inherit;text-decoration:none}
    h1,h2,h3,h4,figcaption,.callout-title{break-after:avoid}figure,tr,.eq,.callout,.check,.failure{break-inside:avoid}.code{break-inside:avoid}.outputs pre{orphans:3;widows:3}
    figure svg,.broad svg{max-height:150mm;min-width:0}.code{border:1px solid var(--kb-rule)}footer{margin-top:2rem}main p{orphans:3;widows:3}}

    """
}
