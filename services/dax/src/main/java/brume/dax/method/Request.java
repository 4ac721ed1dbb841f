package brume.dax.method;

import brume.base.Arn;
import brume.dax.cbor.CborReader;
import brume.dax.cbor.CborWriter;
import brume.service.Access;
import brume.service.Authorizer;
import brume.service.Call;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// One request and its reply in the making.
///
/// @param call by whoever signed in on the connection
/// @param cluster what the caller needs access to
/// @param local the server's end of the connection
/// @param in the arguments
/// @param out behind the mark of success
record Request(
    Call call,
    Arn cluster,
    Authorizer authorizer,
    InetSocketAddress local,
    CborReader in,
    CborWriter out) {
  private static final String ENCLOSING = "dax:EnclosingOperation";

  /// Throws access denied unless the caller may `dax:action` on the cluster.
  void authorize(String action) {
    authorizer.authorize(call, Access.to("dax:" + action, cluster));
  }

  /// The same as a part of a transaction.
  ///
  /// @param enclosing such as `TransactWriteItems`
  void authorize(String action, String enclosing) {
    authorizer.authorize(call, Access.to("dax:" + action, cluster).where(ENCLOSING, enclosing));
  }

  /// The name of a table where it is an argument.
  String readTable() {
    return new String(in.readBytes(), StandardCharsets.UTF_8);
  }
}
