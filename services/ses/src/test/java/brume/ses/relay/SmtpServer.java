package brume.ses.relay;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A relay on loopback that takes mail for most, never for `never@…`, and later for `later@…`.
final class SmtpServer implements Closeable {
  /// A message that was taken.
  record Taken(String from, List<String> to, String message) {}

  final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final ServerSocket listener;

  SmtpServer() throws IOException {
    listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::accept);
  }

  Relay relay() {
    return new Relay("127.0.0.1", listener.getLocalPort(), false, null, null);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        Thread.startVirtualThread(() -> serve(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      converse(
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)),
          new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void converse(BufferedReader in, PrintStream out) throws IOException {
    out.print("220 relay\r\n");
    var from = "";
    var to = new CopyOnWriteArrayList<String>();
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var argument = line.replaceFirst("^.*<(.*)>.*$", "$1");
      var verb = line.split("[ :]", 2)[0];
      switch (verb) {
        case "MAIL" -> {
          from = argument;
          out.print(from.startsWith("never@") ? "550 not you\r\n" : "250 ok\r\n");
        }
        case "RCPT" -> {
          var reply = reply(argument);
          if (reply.startsWith("250")) {
            to.add(argument);
          }
          out.print(reply + "\r\n");
        }
        case "DATA" -> {
          out.print("354 go on\r\n");
          taken.add(new Taken(from, List.copyOf(to), message(in)));
          out.print("250 taken\r\n");
        }
        case "QUIT" -> {
          out.print("221 bye\r\n");
          return;
        }
        default -> out.print("250 relay\r\n");
      }
    }
  }

  private static String reply(String to) {
    if (to.startsWith("never@")) {
      return "550 no such user";
    }
    return to.startsWith("later@") ? "451 try later" : "250 ok";
  }

  private static String message(BufferedReader in) throws IOException {
    var message = new StringBuilder();
    for (var line = in.readLine(); !line.equals("."); line = in.readLine()) {
      message.append(line).append('\n');
    }
    return message.toString();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
