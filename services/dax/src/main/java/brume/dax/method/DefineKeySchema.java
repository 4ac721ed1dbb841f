package brume.dax.method;

/// Tells the names and types of a table's key.
final class DefineKeySchema implements Method {
  private final Backing backing;

  DefineKeySchema(Backing backing) {
    this.backing = backing;
  }

  @Override
  public int arguments() {
    return 1;
  }

  @Override
  public void answer(Request request) {
    var key = backing.form(request.readTable()).key();
    var range = key.range();
    request.out().map(range == null ? 1 : 2).text(key.hash().name()).text(key.hash().type());
    if (range != null) {
      request.out().text(range.name()).text(range.type());
    }
  }
}
