@_exported public import ComplexModule
@_exported public import RealModule
