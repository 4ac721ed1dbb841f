package brume.cognito.message;

import brume.base.Arn;
import brume.cognito.trigger.Triggers;
import brume.json.Json;
import brume.model.ses.Body;
import brume.model.ses.Content;
import brume.model.ses.Destination;
import brume.model.ses.SendEmailRequest;
import brume.model.ses.SesModel;
import brume.service.Call;
import brume.service.Delivery;
import brume.service.Owed;
import java.util.List;

/// Sends the mails that are owed, by `ses:SendEmail` as Cognito.
public final class PostDelivery implements Delivery {
  private static final String CHARSET = "UTF-8";

  @Override
  public String kind() {
    return Post.MAIL;
  }

  @Override
  public Outcome deliver(Call call, Owed owed) {
    var letter = Letter.of((Json.Obj) Json.parse(owed.payload().toUtf8()));
    var pool = Arn.parse(letter.poolArn()).orElseThrow();
    var html = Body.builder().html(new Content(CHARSET, letter.body())).build();
    call.in(owed.scope())
        .as(Triggers.COGNITO, pool)
        .invoke(
            SesModel.SEND_EMAIL,
            SendEmailRequest.builder()
                .source(letter.from())
                .destination(Destination.builder().toAddresses(List.of(letter.to())).build())
                .message(new brume.model.ses.Message(html, new Content(CHARSET, letter.subject())))
                .build());
    return new Outcome.Done();
  }
}
