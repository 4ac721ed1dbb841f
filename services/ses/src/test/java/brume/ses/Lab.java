package brume.ses;

import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.model.ses.Body;
import brume.model.ses.Content;
import brume.model.ses.Destination;
import brume.model.ses.Message;
import brume.model.ses.SendEmailRequest;
import brume.model.ses.SesModel;
import brume.model.ses.VerifyEmailIdentityRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Delivery;
import brume.service.Gate;
import brume.service.Job;
import brume.service.Outbox;
import brume.service.Owed;
import brume.service.Service;
import brume.service.Site;
import brume.ses.relay.Relay;
import brume.shape.OperationShape;
import brume.shape.Structure;
import brume.testing.Local;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Both versions of the service on an in-memory store, and a visitor of the mailbox.
public final class Lab {
  public static final String ANN = "ann@example.com";
  public static final String BEN = "ben@example.org";

  private static final Pattern LINK =
      Pattern.compile("http://localhost:4566/_brume/mailbox/us-east-1/000000000000(/verify/\\S+)");

  public final Local local = new Local();
  private final List<Service> services;
  private final Site mailbox;
  private final Job job;

  public Lab() {
    this(new Stranger());
  }

  public Lab(Relay relay) {
    this(new Stranger(), relay);
  }

  public Lab(Gate gate) {
    this(gate, null);
  }

  private Lab(Gate gate, @Nullable Relay relay) {
    services = Ses.services(local.store, gate, true, relay);
    services.forEach(local::add);
    job = services.getFirst().jobs().getFirst();
    mailbox = services.getFirst().sites().getFirst();
  }

  public <I extends Structure, O extends Structure> O invoke(
      OperationShape<I, O> operation, I input) {
    return local.invoke(operation, input);
  }

  /// Delivers what is owed to the relay once, and returns what is then owed.
  public List<Owed> deliver() {
    var again = new ArrayList<Owed>();
    for (var owed : owed()) {
      for (var service : services) {
        for (var delivery : service.deliveries()) {
          if (delivery.kind().equals(owed.kind())) {
            deliver(delivery, owed).ifPresent(again::add);
          }
        }
      }
    }
    return again;
  }

  /// What comes next; empty when it is done.
  public Optional<Owed> deliver(Delivery delivery, Owed owed) {
    try {
      return switch (delivery.deliver(local.call(), owed)) {
        case Delivery.Outcome.Done() -> Optional.empty();
        case Delivery.Outcome.Again(var at, var payload) ->
            Optional.of(
                new Owed(
                    owed.kind(),
                    owed.scope(),
                    owed.id(),
                    owed.attempt() + 1,
                    owed.since(),
                    payload));
      };
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private List<Owed> owed() {
    var all = new ArrayList<Owed>();
    try (var snapshot = local.store.snapshot();
        var cursor = snapshot.scan(Outbox.ROOT.children())) {
      while (cursor.next()) {
        all.add(Outbox.decode(cursor.value()));
      }
    }
    return all;
  }

  public Delivery relay() {
    return services.getFirst().deliveries().getFirst();
  }

  public Job job() {
    return job;
  }

  /// Verifies an address as its owner would: by the link in the mail.
  public Lab verified(String address) {
    invoke(SesModel.VERIFY_EMAIL_IDENTITY, new VerifyEmailIdentityRequest(address));
    open(newestLink());
    local.clock.advance(Duration.ofSeconds(1));
    return this;
  }

  public String newestLink() {
    var link = LINK.matcher(newest());
    if (!link.find()) {
      throw new AssertionError("No link in the newest message");
    }
    return link.group(1);
  }

  /// The newest message as it travels.
  public String newest() {
    return open("/messages/" + newestId() + "/raw").replace("=\r\n", "");
  }

  private String newestId() {
    var listed = (brume.json.Json.Obj) brume.json.Json.parse(open("/messages?limit=1"));
    var first = (brume.json.Json.Obj) listed.get("messages").list().getFirst();
    return first.get("id").text();
  }

  public void deleteNewest() {
    var own = Headers.of("Host", "localhost:4566");
    visit(request("DELETE", "/messages/" + newestId(), "127.0.0.1", own));
  }

  public static SendEmailRequest.Builder mail(String from, String... to) {
    var body = Body.builder().text(content("Your code is 1234"));
    return mail(from, body, to);
  }

  public static SendEmailRequest.Builder mail(String from, Body.Builder body, String... to) {
    return SendEmailRequest.builder()
        .source(from)
        .destination(Destination.builder().toAddresses(List.of(to)).build())
        .message(new Message(body.build(), content("Hello")));
  }

  public static Content content(String text) {
    return Content.builder().data(text).build();
  }

  /// The text of a page of the mailbox.
  public String open(String target) {
    return text(get(target));
  }

  public Response get(String target) {
    return visit(request("GET", target, "127.0.0.1", Headers.of("Host", "localhost:4566")));
  }

  public Response visit(Request request) {
    var call = local.call().as(brume.identity.Principal.anonymous());
    try {
      return mailbox.serve(call, Local.SCOPE.account(), request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Request request(String method, String target, String remote, Headers headers) {
    var parts = target.split("\\?", 2);
    try {
      var peer = new InetSocketAddress(InetAddress.getByName(remote), 50_000);
      var query = parts.length > 1 ? parts[1] : "";
      return new Request(method, parts[0], query, headers, brume.base.Body.EMPTY, peer, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Response response) {
    try (var in = response.body().open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Knows nobody.
  private static final class Stranger implements Gate {
    @Override
    public Visit identify(Call call, Request request, String signingName) {
      throw brume.service.CommonError.INVALID_SIGNATURE.because("Nobody is known here");
    }

    @Override
    public void authorize(Call call, Access access) {
      throw brume.service.CommonError.ACCESS_DENIED.because("Nobody may do anything");
    }
  }
}
