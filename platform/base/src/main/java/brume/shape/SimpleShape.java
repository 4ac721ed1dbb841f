package brume.shape;

public record SimpleShape(String name, Kind kind, Constraint constraint) implements Shape {
  public static final SimpleShape STRING = of("String", Kind.STRING);

  public static final SimpleShape STREAM = of("Stream", Kind.STREAM);

  public static final SimpleShape EVENTS = of("Events", Kind.EVENTS);

  public static SimpleShape of(String name, Kind kind) {
    return new SimpleShape(name, kind, Constraint.NONE);
  }
}
