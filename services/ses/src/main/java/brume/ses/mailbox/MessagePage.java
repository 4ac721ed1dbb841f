package brume.ses.mailbox;

import static brume.ses.mailbox.Pages.escaped;

import brume.ses.data.Mail;
import brume.ses.mime.Letter;
import java.util.regex.Pattern;

/// One message, as a page. Its HTML is shown in a frame in which nothing runs.
final class MessagePage {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

  private MessagePage() {}

  static String of(Mail mail, Letter letter) {
    var content = new StringBuilder();
    content.append("<p><a href=\"../\">All messages</a></p>\n<table>\n");
    row(content, "From", mail.from());
    row(content, "To", String.join(", ", mail.recipients()));
    row(content, "Time", mail.at().toString());
    row(content, "Message id", mail.id());
    mail.notes().forEach(note -> row(content, "Note", note));
    mail.tags().forEach((name, value) -> row(content, "Tag " + name, value));
    content.append("</table>\n");
    if (letter.text() != null) {
      content.append("<h2>Text</h2>\n<pre>").append(linked(letter.text())).append("</pre>\n");
    }
    if (letter.html() != null) {
      content
          .append("<h2>HTML</h2>\n<iframe title=\"The message\" sandbox=\"allow-popups\" srcdoc=\"")
          .append(escaped("<base target=\"_blank\">" + letter.html()))
          .append("\"></iframe>\n");
    }
    attachments(content, mail, letter);
    headers(content, mail, letter);
    return Pages.page(
        mail.subject().isBlank() ? "(no subject)" : mail.subject(), content.toString());
  }

  private static void attachments(StringBuilder content, Mail mail, Letter letter) {
    if (letter.attachments().isEmpty()) {
      return;
    }
    content.append("<h2>Attachments</h2>\n<ul>\n");
    int number = 1;
    for (var attached : letter.attachments()) {
      content.append(
          "<li><a href=\"../messages/%s/attachments/%d\">%s</a> %s, %d bytes</li>%n"
              .formatted(
                  escaped(mail.id()),
                  number++,
                  escaped(attached.name()),
                  escaped(attached.type()),
                  attached.content().length()));
    }
    content.append("</ul>\n");
  }

  private static void headers(StringBuilder content, Mail mail, Letter letter) {
    content.append("<h2>Headers</h2>\n<details><summary>All headers</summary>\n<table>\n");
    letter.headers().forEach(field -> row(content, field.name(), field.value()));
    content
        .append("</table>\n</details>\n<p><a href=\"../messages/")
        .append(escaped(mail.id()))
        .append("/raw\">As it travels</a></p>\n");
  }

  private static void row(StringBuilder content, String name, String value) {
    content
        .append("<tr><th scope=\"row\">")
        .append(escaped(name))
        .append("</th><td>")
        .append(escaped(value))
        .append("</td></tr>\n");
  }

  private static String linked(String text) {
    var linked = new StringBuilder();
    var links = LINK.matcher(text);
    int from = 0;
    while (links.find()) {
      var link = escaped(links.group());
      linked.append(escaped(text.substring(from, links.start())));
      linked.append("<a rel=\"noreferrer\" href=\"%s\">%s</a>".formatted(link, link));
      from = links.end();
    }
    return linked.append(escaped(text.substring(from))).toString();
  }
}
