package brume.ses.mailbox;

import brume.json.Json;
import brume.service.record.Records;
import brume.ses.data.Mail;
import brume.ses.mime.Letter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Messages as JSON.
final class MailJson {
  private MailJson() {}

  static Json.Obj of(Records.Page<Mail> page) {
    return Json.object(
        "messages",
        new Json.Arr(page.items().stream().<Json>map(MailJson::of).toList()),
        "next",
        Json.of(page.next()));
  }

  private static Json.Obj of(Mail mail) {
    var tags = new LinkedHashMap<String, Json>();
    mail.tags().forEach((name, value) -> tags.put(name, Json.of(value)));
    return Json.object(
        "id", Json.of(mail.id()),
        "at", Json.of(mail.at().toString()),
        "from", Json.of(mail.from()),
        "recipients", texts(mail.recipients()),
        "subject", Json.of(mail.subject()),
        "bytes", Json.of(mail.bytes()),
        "notes", texts(mail.notes()),
        "tags", new Json.Obj(tags));
  }

  static Json.Obj of(Mail mail, Letter letter) {
    var headers = new ArrayList<Json>();
    for (var field : letter.headers()) {
      headers.add(Json.object("name", Json.of(field.name()), "value", Json.of(field.value())));
    }
    var attachments = new ArrayList<Json>();
    for (var attached : letter.attachments()) {
      attachments.add(
          Json.object(
              "number", Json.of(attachments.size() + 1L),
              "name", Json.of(attached.name()),
              "type", Json.of(attached.type()),
              "contentId", Json.of(attached.contentId()),
              "bytes", Json.of((long) attached.content().length())));
    }
    return of(mail)
        .with("headers", new Json.Arr(headers))
        .with("text", Json.of(letter.text()))
        .with("html", Json.of(letter.html()))
        .with("attachments", new Json.Arr(attachments));
  }

  private static Json.Arr texts(List<String> texts) {
    return new Json.Arr(texts.stream().<Json>map(Json::of).toList());
  }
}
