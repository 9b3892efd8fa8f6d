/// Holds what TeX's commands for single symbols stand for, by class.
enum MathSymbols {
  /// Reads a table of names and characters that stand in turn, divided by white space.
  private static func table(_ text: String) -> [String: String] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var table: [String: String] = [:]
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      table[words[index]] = words[index + 1]
    }
    return table
  }

  /// Letters set in italics.
  static let letters = table(
    """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
    varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω partial ∂ imath ı jmath ȷ
    """)

  /// Letters and signs set upright.
  static let upright = table(
    """
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω nabla ∇
    ell ℓ hbar ℏ hslash ℏ Re ℜ Im ℑ wp ℘ aleph ℵ beth ℶ infty ∞ emptyset ∅ varnothing ∅ top ⊤
    bot ⊥ angle ∠ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ flat ♭ natural ♮ sharp ♯ degree °
    ldots … dots … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮ ddots ⋱ square □ Box □ blacksquare ■ checkmark ✓
    complement ∁ mho ℧ eth ð Bbbk 𝕜 triangle △ diamondsuit ♢ heartsuit ♡ clubsuit ♣ spadesuit ♠
    S § P ¶ pounds £ prime ′ backprime ‵ $ $ % % # # & & _ _
    """)

  /// Binary operators.
  static let binary = table(
    """
    pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cup ∪ cap ∩ uplus ⊎ sqcup ⊔
    sqcap ⊓ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖ wr ≀ oplus ⊕ ominus ⊖ otimes ⊗
    oslash ⊘ odot ⊙ dagger † ddagger ‡ amalg ⨿ diamond ⋄ bigtriangleup △ bigtriangledown ▽
    triangleleft ◃ triangleright ▹ bigcirc ◯ boxplus ⊞ boxminus ⊟ boxtimes ⊠ ltimes ⋉ rtimes ⋊
    barwedge ⊼ veebar ⊻ curlyvee ⋎ curlywedge ⋏ dotplus ∔
    """)

  /// Relations and arrows.
  static let relations = table(
    """
    le ≤ leq ≤ ge ≥ geq ≥ lt < gt > ll ≪ gg ≫ ne ≠ neq ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅
    propto ∝ varpropto ∝ prec ≺ succ ≻ preceq ⪯ succeq ⪰ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇
    subsetneq ⊊ supsetneq ⊋ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ ni ∋ notin ∉ vdash ⊢ dashv ⊣ models ⊨
    vDash ⊨ Vdash ⊩ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⟂ asymp ≍ doteq ≐ coloneqq ≔ eqqcolon ≕
    triangleq ≜ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ leqslant ⩽ geqslant ⩾ approxeq ≊
    nleq ≰ ngeq ≱ nless ≮ ngtr ≯ nsubseteq ⊈ bowtie ⋈ smile ⌣ frown ⌢ therefore ∴ because ∵ colon :
    to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ Rightarrow ⇒ implies ⟹ Leftarrow ⇐
    impliedby ⟸ Leftrightarrow ⇔ iff ⟺ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷
    Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼ hookrightarrow ↪
    hookleftarrow ↩ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘
    swarrow ↙ nwarrow ↖ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽
    rightleftharpoons ⇌ leftrightarrows ⇆ rightrightarrows ⇉ twoheadrightarrow ↠ rightsquigarrow ⇝
    leadsto ⇝ nrightarrow ↛ nleftarrow ↚ circlearrowleft ↺ circlearrowright ↻
    """)

  /// Large operators whose limits go above and below in display.
  static let large = table(
    """
    sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ bigvee ⋁ bigwedge ⋀
    bigsqcup ⨆ biguplus ⨄
    """)

  /// Integrals, whose limits stay beside.
  static let integrals = table("int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯")

  /// Names of functions, set upright.
  static let names: Set<String> = [
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "diag", "dim",
    "erf", "exp", "hom", "id", "ker", "lg", "ln", "log", "rank", "sec", "sgn", "sign", "sin",
    "sinh",
    "span", "supp", "tan", "tanh", "Tr", "tr", "Var", "Cov", "poly",
  ]

  /// Names of functions whose limits go below in display.
  static let limitNames = [
    "lim": "lim", "liminf": "lim inf", "limsup": "lim sup", "max": "max", "min": "min",
    "sup": "sup", "inf": "inf", "det": "det", "gcd": "gcd", "Pr": "Pr", "argmax": "arg max",
    "argmin": "arg min", "E": "𝔼",
  ]

  /// Widths of spaces in em.
  static let spaces: [String: Double] = [
    ",": 1 / 6, "thinspace": 1 / 6, ":": 2 / 9, ">": 2 / 9, "medspace": 2 / 9, ";": 5 / 18,
    "thickspace": 5 / 18, "!": -1 / 6, "negthinspace": -1 / 6, " ": 0.25, "space": 0.25,
    "nobreakspace": 0.25, "enspace": 0.5, "quad": 1, "qquad": 2,
  ]

  /// Fences by command, opening and closing.
  static let opening = [
    "{": "{", "lbrace": "{", "lbrack": "[", "langle": "⟨", "lvert": "|", "lVert": "‖",
    "lfloor": "⌊", "lceil": "⌈", "llbracket": "⟦", "lparen": "(",
  ]
  static let closing = [
    "}": "}", "rbrace": "}", "rbrack": "]", "rangle": "⟩", "rvert": "|", "rVert": "‖",
    "rfloor": "⌋", "rceil": "⌉", "rrbracket": "⟧", "rparen": ")",
  ]
  /// Fences that look the same on both sides.
  static let bars = ["|": "‖", "vert": "|", "Vert": "‖", "backslash": "\\"]

  /// Accents: the mark, and whether it grows with what is below it.
  static let accents: [String: (mark: String, grows: Bool)] = [
    "hat": ("^", false), "check": ("ˇ", false), "tilde": ("~", false), "acute": ("´", false),
    "grave": ("`", false), "dot": ("˙", false), "ddot": ("¨", false), "dddot": ("⃛", false),
    "breve": ("˘", false), "bar": ("¯", false), "vec": ("→", false), "mathring": ("˚", false),
    "widehat": ("ˆ", true), "widetilde": ("˜", true), "widecheck": ("ˇ", true),
    "overrightarrow": ("→", true), "overleftarrow": ("←", true),
    "overleftrightarrow": ("↔", true), "overbrace": ("⏞", true), "overbracket": ("⎴", true),
    "overparen": ("⏜", true),
  ]
  /// Accents that go below, and grow.
  static let underAccents = [
    "underbrace": "⏟", "underbracket": "⎵", "underparen": "⏝",
    "underrightarrow": "→", "underleftarrow": "←", "utilde": "~",
  ]

  /// Arrows that grow with what stands above and below.
  static let growingArrows = [
    "xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒",
    "xLeftarrow": "⇐", "xmapsto": "↦", "xhookrightarrow": "↪",
  ]

  /// Alphabets by command.
  static let alphabets: [String: MathAlphabet] = [
    "mathrm": .roman, "mathup": .roman, "mathit": .italic, "mathbf": .bold,
    "boldsymbol": .boldItalic,
    "bm": .boldItalic, "pmb": .boldItalic, "mathcal": .script, "mathscr": .script,
    "mathbb": .doubleStruck, "mathfrak": .fraktur, "mathsf": .sans, "mathtt": .typewriter,
  ]

  /// Text in a formula, by command.
  static let texts: [String: MathAlphabet] = [
    "text": .roman, "textrm": .roman, "textup": .roman, "textnormal": .roman, "mbox": .roman,
    "textbf": .bold, "textit": .italic, "emph": .italic, "textsf": .sans, "texttt": .typewriter,
  ]

  /// Relations with their negations, for `\not`.
  static let negations = [
    "=": "≠", "∈": "∉", "∋": "∌", "≡": "≢", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "⊂": "⊄",
    "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "∼": "≁", "≃": "≄", "≈": "≉", "≅": "≇", "∣": "∤", "∥": "∦",
    "∃": "∄", "⊢": "⊬", "⊨": "⊭", "→": "↛", "⇒": "⇏",
  ]

  /// Sizes of `\big` and its kin in em.
  static let sizes = ["big": 1.2, "Big": 1.8, "bigg": 2.4, "Bigg": 3.0]
}
