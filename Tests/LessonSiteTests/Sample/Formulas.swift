/// The kinds of formula that a quantum course needs, each under a name of its own.
enum Formulas {
  static let course: [(name: String, tex: String)] = [
    ("ket", #"\ket{\psi} = \alpha\ket{0} + \beta\ket{1}"#),
    ("bra", #"\bra{\phi} = \ket{\phi}^\dagger"#),
    ("braket", #"\braket{\phi|\psi} = \sum_i \phi_i^* \psi_i"#),
    ("ketbra", #"\rho = \sum_k p_k \ketbra{\psi_k}{\psi_k}"#),
    ("langle", #"\langle Z \rangle = \langle\psi|Z|\psi\rangle"#),
    ("tensor", #"\mathcal{H}_A \otimes \mathcal{H}_B \cong \mathbb{C}^{2^n}"#),
    ("tensorPower", #"\ket{0}^{\otimes n},\quad U^{\dagger}U = \mathbb{1}"#),
    ("bell", #"\ket{\Phi^+} = \frac{1}{\sqrt{2}}\left(\ket{00} + \ket{11}\right)"#),
    ("pmatrix", #"X = \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}"#),
    (
      "bmatrix",
      #"\begin{bmatrix} \cos\frac{\theta}{2} & -i\sin\frac{\theta}{2} \\ -i\sin\frac{\theta}{2} & \cos\frac{\theta}{2} \end{bmatrix}"#
    ),
    ("vmatrix", #"\begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc"#),
    (
      "cases",
      #"f(x) = \begin{cases} x^2 & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases}"#
    ),
    ("aligned", #"\begin{aligned} a &= b + c \\ &\le d - e \end{aligned}"#),
    ("array", #"\begin{array}{r|l} x & y \\ \hline 1 & 20 \end{array}"#),
    ("entropy", #"S(\rho_A) = -\mathrm{Tr}\,\rho_A \log_2 \rho_A"#),
    ("partialTrace", #"\rho_A = \Tr_B \ketbra{\psi}{\psi}"#),
    ("mutual", #"I(A\!:\!B) = S(\rho_A) + S(\rho_B) - S(\rho_{AB})"#),
    ("sumProduct", #"\sum_{k=0}^{d-1} p_k = 1, \qquad \prod_{j=1}^{n} R_z(\theta_j)"#),
    ("integral", #"\int_0^{2\pi} e^{i\phi}\,\mathrm{d}\phi = 0"#),
    ("limit", #"\lim_{n \to \infty} \left(1 + \frac{x}{n}\right)^n = e^x"#),
    (
      "channel",
      #"\mathcal{E}(\rho) = (1-p)\rho + \tfrac{p}{3}\left(X\rho X + Y\rho Y + Z\rho Z\right)"#
    ),
    ("bold", #"\rho = \tfrac12\left(I + \mathbf{r}\cdot\boldsymbol{\sigma}\right)"#),
    ("underbrace", #"\underbrace{\ket{0}\otimes\cdots\otimes\ket{0}}_{n\text{ qubits}}"#),
    (
      "accents",
      #"\hat{H},\ \bar{x},\ \vec{n},\ \tilde{\rho},\ \dot{\theta},\ \overline{AB},\ \widehat{xyz}"#
    ),
    ("text", #"p(\text{outcome $k$}) = \lVert P_k \ket{\psi} \rVert^2"#),
    (
      "arrow",
      #"\ket{00} \xrightarrow{H \otimes I} \ket{+}\ket{0} \stackrel{\mathrm{CNOT}}{\longrightarrow} \ket{\Phi^+}"#
    ),
    ("argmax", #"\hat{y} = \operatorname*{arg\,max}_{y \in \mathcal{V}} p_\theta(y \mid x_{<t})"#),
    (
      "conditional",
      #"\Pr\left[\, x = 0 \,\middle|\, \frac{\theta}{2} \not= \pi \right] \equiv 1 \pmod{2}"#
    ),
    (
      "gradient",
      #"\nabla_\theta \langle Z\rangle = \tfrac{1}{2}\left[f\left(\theta + \tfrac{\pi}{2}\right) - f\left(\theta - \tfrac{\pi}{2}\right)\right]"#
    ),
    ("commutator", #"[X, Y] = 2iZ,\quad \{X, Y\} = 0,\quad f''(x) + g'(x)^2"#),
    ("binomial", #"\binom{n}{k} = \frac{n!}{k!\,(n-k)!}, \quad \sqrt[3]{x}"#),
    (
      "letters",
      #"\mathbb{R}, \mathbb{Z}, \mathscr{L}, \mathcal{B}, \mathfrak{g}, \mathsf{NP}, \mathtt{01}, \mathit{diff}, h, \hbar, \ell"#
    ),
    ("fidelity", #"F(\rho, \sigma) = \left(\Tr\sqrt{\sqrt{\rho}\,\sigma\sqrt{\rho}}\right)^{2}"#),
    (
      "substack",
      #"\sum_{\substack{i,j \\ i \ne j}} \big| J_{ij} \big| \overset{!}{=} \underset{x}{\min}\, \phantom{x} \emptyset"#
    ),
  ]
}
