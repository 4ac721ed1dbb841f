package brume.dax.method;

/// Tells which names a number stands for.
final class DefineAttributeList implements Method {
  private final Backing backing;

  DefineAttributeList(Backing backing) {
    this.backing = backing;
  }

  @Override
  public int arguments() {
    return 1;
  }

  @Override
  public void answer(Request request) {
    var names = backing.lists().names(request.in().readLong());
    request.out().array(names.size());
    names.forEach(request.out()::text);
  }
}
