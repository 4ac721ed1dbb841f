package brume.sns;

import static brume.model.sns.SnsError.INVALID_PARAMETER_EXCEPTION;

import brume.model.sns.SnsModel;
import brume.service.Service;
import brume.ses.data.Mails;
import brume.sns.operation.Publish;
import brume.sns.text.Texts;
import brume.store.Store;

/// The service, as the mailbox's module wires it.
public final class Sns {
  private Sns() {}

  /// @param mails where texts land
  public static Service service(Store store, Mails mails) {
    return Service.of(SnsModel.SERVICE)
        .invalidInput(INVALID_PARAMETER_EXCEPTION)
        .operations(new Publish(new Texts(store, mails)))
        .build();
  }
}
