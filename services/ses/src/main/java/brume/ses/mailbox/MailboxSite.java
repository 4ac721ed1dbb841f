package brume.ses.mailbox;

import brume.base.PercentCode;
import brume.base.Scope;
import brume.http.Request;
import brume.http.Response;
import brume.service.Call;
import brume.service.Site;
import brume.ses.data.Identities;
import brume.ses.data.Mails;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Shows what was sent.
public final class MailboxSite implements Site {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;

  private final Identities identities;
  private final MessagePages messages;
  private final Visitors visitors;

  public MailboxSite(Identities identities, Mails mails, Visitors visitors) {
    this.identities = identities;
    messages = new MessagePages(mails);
    this.visitors = visitors;
  }

  @Override
  public String kind() {
    return "mailbox";
  }

  @Override
  public Response serve(Call call, String name, Request request) throws IOException {
    if (!name.equals(call.scope().account())) {
      if (!Scope.isAccount(name)) {
        return Pages.text(NOT_FOUND, "A mailbox is named by the twelve digits of an account");
      }
      return serve(call.in(new Scope(name, call.scope().region())), name, request);
    }
    var path = new ArrayList<String>();
    try {
      for (var part : request.path().substring(1).split("/", -1)) {
        path.add(PercentCode.decode(part));
      }
    } catch (IllegalArgumentException _) {
      return Pages.text(NOT_FOUND, "There is no such page");
    }
    if (path.getFirst().equals("verify")) {
      return verify(call, path);
    }
    boolean deletes = request.method().equals("DELETE");
    if (!deletes && !request.method().equals("GET") && !request.method().equals("HEAD")) {
      return Pages.text(NOT_ALLOWED, "A mailbox knows GET and DELETE").with("Allow", "GET, DELETE");
    }
    var visit = visitors.admit(call, request, deletes);
    if (visit == null) {
      return Pages.text(403, Visitors.REFUSAL);
    }
    return messages.serve(call.scope(), path, new Parameters(request.query()), deletes);
  }

  private Response verify(Call call, List<String> path) {
    boolean confirmed =
        path.size() == 3 && identities.confirm(call.scope(), path.get(1), path.get(2));
    return confirmed
        ? Pages.html(OK, Pages.notice("Verified", "Mail may now come from " + path.get(1) + '.'))
        : Pages.html(
            NOT_FOUND, Pages.notice("Not verified", "This link is not, or no longer, of any use."));
  }
}
