package brume.ses.mailbox;

import brume.base.Body;
import brume.base.Scope;
import brume.http.Headers;
import brume.http.Response;
import brume.json.Json;
import brume.ses.data.Mail;
import brume.ses.data.Mails;
import brume.ses.mime.Letter;
import java.util.List;

/// Messages as JSON, as pages and as they travel.
final class MessagePages {
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_FOUND = 404;
  private static final int USUAL_PAGE = 50;

  private final Mails mails;

  MessagePages(Mails mails) {
    this.mails = mails;
  }

  Response serve(Scope scope, List<String> path, Parameters query, boolean deletes) {
    var what = path.getFirst();
    if (deletes) {
      boolean isMessage = what.equals("messages") && path.size() == 2;
      return isMessage && mails.delete(scope, path.get(1)) ? Response.of(NO_CONTENT) : missing();
    }
    if (path.size() == 1) {
      return switch (what) {
        case "" -> Pages.html(OK, ListPage.of(scope, page(scope, query), query.get("recipient")));
        case "messages" -> Pages.json(MailJson.of(page(scope, query)));
        default -> missing();
      };
    }
    var mail = mails.get(scope, path.get(1));
    var message = mails.message(scope, path.get(1));
    return mail == null || message == null ? missing() : message(path, mail, message);
  }

  private brume.service.record.Records.Page<Mail> page(Scope scope, Parameters query) {
    int limit = query.number("limit", USUAL_PAGE, Mails.MAX_PAGE);
    return mails.page(scope, query.get("recipient"), query.get("next"), limit);
  }

  private static Response message(List<String> path, Mail mail, byte[] message) {
    var what = path.getFirst() + '/' + String.join("/", path.subList(2, path.size()));
    return switch (what) {
      case "read/" -> Pages.html(OK, MessagePage.of(mail, Letter.read(message)));
      case "messages/" -> Pages.json(MailJson.of(mail, Letter.read(message)));
      case "messages/raw" -> file("message/rfc822", mail.id() + ".eml", Body.of(message));
      default ->
          what.matches("messages/attachments/\\d{1,4}")
              ? attachment(Letter.read(message), Integer.parseInt(path.getLast()))
              : missing();
    };
  }

  private static Response attachment(Letter letter, int number) {
    if (number < 1 || number > letter.attachments().size()) {
      return missing();
    }
    var attached = letter.attachments().get(number - 1);
    var name = attached.name().replaceAll("[^A-Za-z0-9._ -]", "_");
    return file("application/octet-stream", name, Body.of(attached.content()));
  }

  /// To be kept, never to be shown in Brume's own name.
  private static Response file(String type, String name, Body body) {
    var headers =
        Headers.of(
            "Content-Type",
            type,
            "Content-Disposition",
            "attachment; filename=\"" + name + '"',
            "X-Content-Type-Options",
            "nosniff",
            "Cache-Control",
            "no-store");
    return new Response(OK, headers, body);
  }

  private static Response missing() {
    return Pages.json(NOT_FOUND, Json.object("message", Json.of("There is no such message")));
  }
}
