package brume.shape;

/// Held as an unmodifiable [java.util.List]. Only a sparse list has null elements.
public record ListShape(String name, Member element, boolean sparse, Constraint constraint)
    implements Shape {}
