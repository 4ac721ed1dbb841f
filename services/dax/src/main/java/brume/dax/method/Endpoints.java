package brume.dax.method;

/// Tells a client where the cluster is: where the client has reached it already, which is right for
/// clients of this machine, of others and of containers alike.
final class Endpoints implements Method {
  private static final int NODE_ID = 0;
  private static final int HOST = 1;
  private static final int ADDRESS = 2;
  private static final int PORT = 3;
  private static final int ROLE = 4;
  private static final int ZONE = 5;
  private static final int SESSION = 6;

  private static final int LEADER = 1;

  @Override
  public int arguments() {
    return 0;
  }

  @Override
  public void answer(Request request) {
    var address = request.local().getAddress();
    request
        .out()
        .array(1)
        .openMap()
        .integer(NODE_ID)
        .integer(1)
        .integer(HOST)
        .text(address.getHostAddress())
        .integer(ADDRESS)
        .bytes(address.getAddress())
        .integer(PORT)
        .integer(request.local().getPort())
        .integer(ROLE)
        .integer(LEADER)
        .integer(ZONE)
        .text(request.call().scope().region() + 'a')
        .integer(SESSION)
        .integer(1)
        .end();
  }
}
