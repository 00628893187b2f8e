package org.fairlead.web.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"1;drop table client", "../../etc", "-1", "99999999999", "01970000-", "%00", "<script>"})
    void whatIsMalformedIsAsAbsentAsWhatIsNotOurs(String text) {
        assertThatThrownBy(() -> Address.uuid(text)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Address.client(text)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3"})
    void readsClients(String text) {
        assertThat(Address.client(text)).isEqualTo(new ClientId(Integer.parseInt(text)));
    }
}
