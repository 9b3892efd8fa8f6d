// What `import LessonKit` gives a cell.
@_exported public import Experiments
@_exported public import Interpretability
@_exported public import Noise
@_exported public import Plotting
@_exported public import QRNN
@_exported public import Simulator
