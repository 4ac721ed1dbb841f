package brume.dax.node;

import brume.dax.cbor.CborInput;
import brume.dax.cbor.CborReader;
import brume.dax.cbor.CborWriter;
import brume.dax.cbor.MalformedException;
import brume.dax.method.Failures;
import brume.dax.method.Methods;
import brume.service.Call;
import brume.service.Platform;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/// One client's connection: a request, its reply, and so on. Runs on a thread of its own.
final class Connection {
  private static final int SERVICE = 1;

  /// Total length, flags, and three zeros.
  private static final int FRAME_HEAD = 8;

  private static final byte LAST_FRAME = 1;

  private final Socket socket;
  private final Platform platform;
  private final Methods methods;
  private final SignIn signIn;
  private final Limits limits;
  private final Caller caller;
  private SignIn.Outcome signedIn = new SignIn.Outcome.Refused("Nobody has signed in.");

  /// Makes the calls of whoever signed in.
  interface Caller {
    Call call(SignIn.Outcome.Accepted signedIn, Socket socket);
  }

  Connection(
      Socket socket,
      Platform platform,
      Methods methods,
      SignIn signIn,
      Limits limits,
      Caller caller) {
    this.socket = socket;
    this.platform = platform;
    this.methods = methods;
    this.signIn = signIn;
    this.limits = limits;
    this.caller = caller;
  }

  /// Until the client ends it, or breaks a rule that leaves nothing to be understood.
  void run() throws IOException {
    var in = new CborInput(socket.getInputStream());
    var out = socket.getOutputStream();
    socket.setSoTimeout((int) limits.patience().toMillis());
    if (!in.next(limits.unknownBytes())) {
      return;
    }
    var preamble = Preamble.read(in);
    while (awaitRequest(in)) {
      var head = in.items(2);
      if (head.readInt() != SERVICE) {
        throw new MalformedException("Not a known service");
      }
      int method = head.readInt();
      if (method == SignIn.METHOD) {
        signedIn = signIn.verify(in.items(SignIn.ARGUMENTS), platform.clock().instant());
      } else {
        reply(out, preamble.framed(), method, in.items(methods.arguments(method)));
      }
    }
  }

  /// Whoever has signed in may be silent between requests, not within one: clients keep connections
  /// in pools and do not see when one was ended.
  private boolean awaitRequest(CborInput in) throws IOException {
    boolean isKnown = signedIn instanceof SignIn.Outcome.Accepted;
    if (isKnown) {
      socket.setSoTimeout(0);
    }
    boolean came = in.next(isKnown ? limits.requestBytes() : limits.unknownBytes());
    socket.setSoTimeout((int) limits.patience().toMillis());
    return came;
  }

  private void reply(OutputStream out, boolean framed, int method, CborReader arguments)
      throws IOException {
    var reply = new CborWriter();
    if (framed) {
      reply.raw(new byte[FRAME_HEAD]);
    }
    if (signedIn instanceof SignIn.Outcome.Accepted accepted
        && accepted.isOver(platform.clock().instant())) {
      signedIn = new SignIn.Outcome.Refused("Whoever signed in must sign in again.");
    }
    switch (signedIn) {
      case SignIn.Outcome.Refused(var reason) -> Failures.notSignedIn(reply, reason);
      case SignIn.Outcome.Accepted accepted -> {
        var local = (InetSocketAddress) socket.getLocalSocketAddress();
        methods.answer(method, caller.call(accepted, socket), local, arguments, reply);
      }
    }
    if (framed) {
      ByteBuffer.wrap(reply.shared()).putInt(reply.length()).put(LAST_FRAME);
    }
    out.write(reply.shared(), 0, reply.length());
  }
}
