package brume.iam;

import static org.assertj.core.api.Assertions.assertThat;

import brume.identity.AccessKeyIds;
import brume.identity.Principal;
import brume.model.iam.DeleteAccessKeyRequest;
import brume.model.iam.IamModel;
import brume.model.iam.ListAccessKeysRequest;
import org.junit.jupiter.api.Test;

class RootKeysTest {
  private final Given given = new Given();
  private final RootKeys roots =
      new RootKeys(given.local.store, given.local.ids, given.local.clock);

  @Test
  void theFirstKeyStays() {
    var first = roots.of(Given.ACCOUNT);
    assertThat(AccessKeyIds.accountOf(first.accessKeyId())).isEqualTo(Given.ACCOUNT);
    assertThat(first.principal()).isEqualTo(new Principal.Root(Given.ACCOUNT));
    assertThat(roots.of(Given.ACCOUNT)).isEqualTo(first);
    assertThat(given.keys.find(first.accessKeyId(), null)).isEqualTo(first);
    assertThat(roots.of("111111111111").accessKeyId()).isNotEqualTo(first.accessKeyId());
  }

  @Test
  void theOwnerListsAndDeletesIt() {
    var first = roots.of(Given.ACCOUNT);
    var listed =
        given
            .local
            .invoke(IamModel.LIST_ACCESS_KEYS, ListAccessKeysRequest.builder().build())
            .accessKeyMetadata();
    assertThat(listed).extracting(key -> key.accessKeyId()).containsExactly(first.accessKeyId());
    var delete = DeleteAccessKeyRequest.builder().accessKeyId(first.accessKeyId()).build();
    given.local.invoke(IamModel.DELETE_ACCESS_KEY, delete);
    assertThat(given.keys.find(first.accessKeyId(), null)).isNull();
  }

  @Test
  void strangeKeysAreNotFound() {
    assertThat(given.keys.find("AKIAIOSFODNN7EXAMPLE", null)).isNull();
    assertThat(given.keys.find("test", null)).isNull();
    assertThat(given.keys.find("ASIAIOSFODNN7EXAMPLE", "token")).isNull();
  }
}
