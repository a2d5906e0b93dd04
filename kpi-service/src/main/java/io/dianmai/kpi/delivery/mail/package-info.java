/** 邮件: notices as e-mail, over one SMTP server. */
@NullMarked
package io.dianmai.kpi.delivery.mail;

import org.jspecify.annotations.NullMarked;
