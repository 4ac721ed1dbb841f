package brume.ses.mailbox;

import static brume.ses.mailbox.Pages.escaped;

import brume.base.PercentCode;
import brume.base.Scope;
import brume.service.record.Records;
import brume.ses.data.Mail;
import org.jspecify.annotations.Nullable;

/// The newest messages, as a page.
final class ListPage {
  private ListPage() {}

  static String of(Scope scope, Records.Page<Mail> page, @Nullable String recipient) {
    var rows = new StringBuilder();
    page.items().forEach(mail -> rows.append(row(mail)));
    var content =
        """
        <form method="get" role="search">
        <label>To <input type="search" name="recipient" value="%s" placeholder="ann@example.com"></label>
        <button>Show</button>
        </form>
        <table>
        <thead><tr><th scope="col">Time</th><th scope="col">Subject</th><th scope="col">From</th>\
        <th scope="col">To</th></tr></thead>
        <tbody>
        %s</tbody>
        </table>
        %s"""
            .formatted(
                recipient == null ? "" : escaped(recipient),
                page.items().isEmpty() ? "<tr><td colspan=\"4\">No messages</td></tr>\n" : rows,
                page.next() == null ? "" : older(page.next(), recipient));
    return Pages.page("Mailbox of " + scope.account() + " in " + scope.region(), content);
  }

  private static String row(Mail mail) {
    return """
    <tr><td><time>%s</time></td><td><a href="read/%s">%s</a></td><td>%s</td><td>%s</td></tr>
    """
        .formatted(
            mail.at(),
            escaped(mail.id()),
            mail.subject().isBlank() ? "(no subject)" : escaped(mail.subject()),
            escaped(mail.from()),
            escaped(String.join(", ", mail.recipients())));
  }

  private static String older(String next, @Nullable String recipient) {
    var query = "next=" + PercentCode.encode(next);
    if (recipient != null) {
      query += "&recipient=" + PercentCode.encode(recipient);
    }
    return "<p><a href=\"?%s\">Older messages</a></p>\n".formatted(escaped(query));
  }
}
