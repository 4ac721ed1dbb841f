package brume.shape;

/// Held as an unmodifiable [java.util.Map] in wire order. Only a sparse map has null values.
public record MapShape(String name, Member key, Member value, boolean sparse, Constraint constraint)
    implements Shape {}
