package brume.shape;

/// The type of a value on the wire.
public sealed interface Shape permits SimpleShape, ListShape, MapShape, StructureShape {
  /// As the model names it, for error messages.
  String name();

  Constraint constraint();
}
