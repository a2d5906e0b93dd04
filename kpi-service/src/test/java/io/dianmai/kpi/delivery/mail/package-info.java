/** Tests of mail, against servers that speak SMTP. */
@NullMarked
package io.dianmai.kpi.delivery.mail;

import org.jspecify.annotations.NullMarked;
