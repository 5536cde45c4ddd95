/** Chinese, Japanese, Korean: parts of runs of letters, since no spaces part their words. */
import { lurePhrases } from "./lure.ts";

export const asian = lurePhrases(`
  assurance 3: 来自受信任的发件人 / 可信发件人 / 信頼できる送信者 / 신뢰할 수 있는 발신자
  money-offer 2: 网上兼职 / 快速贷款 / 低息贷款 / 副業 / 高収入 / 재택 알바 / 대출 승인
  gambling 3: 在线赌场 / 娱乐城 / オンラインカジノ / 온라인 카지노
  advance-fee 3: 投资合作伙伴 / 商业提案 / 遗产基金 / 補償金 / 賠償基金
  crypto 2: 虚拟货币 / 空投 / 仮想通貨 / 暗号資産 / 에어드롭
  credentials 3: 验证您的 / 验证你的 / 確認您的 / 更新您的账户 / 账户验证 / 帳戶驗證 / 重新认证 / 身份验证 / 本人確認 / ご確認ください / 情報を更新 / 情報の更新 / お客様情報 / 再認証 / カード情報 / 本人認証 / ご本人様 / 계정을 확인 / 본인 인증 / 인증하세요
  suspension 3: 账户已被 / 帳戶已被 / 账号冻结 / 暂停使用 / 利用制限 / 一時停止 / ご利用を制限 / アカウントを停止 / 利用停止 / 一時的に制限 / 계정이 제한
  security-alert 3: 异常登录 / 可疑活动 / 異常登入 / 不正利用 / 不正アクセス / 不審な / 第三者 / セキュリティ / 異常な / 의심스러운 / 비정상
  mailbox 3: 邮箱已满 / 邮箱容量 / 邮箱升级 / メールボックス / 사서함 / 메일함
  payment 3: 付款失败 / 未付款 / お支払い / ご請求 / 支払方法 / 未払い / 引き落とし / 결제 실패
  delivery 3: 您的包裹 / お届け
  document 3: 通知书 / 扫描二维码 / 重要なお知らせ
  urgency 2: 24小时 / 24時間以内 / 直ちに
  suspension 1: 停用 / 無効 / 停止 / 정지
  mailbox 1: 备案
  payment 1: 补贴 / 薪资 / 工资 / 決済 / 미납
  delivery 1: 快递 / 荷物 / 配達 / 不在 / 택배 / 배송
  prize 1: プレゼント / ポイント / 中奖 / 恭喜 / 奖品 / 当選 / 還元 / 抽選 / 당첨 / 축하
  refund 1: 退款 / 退税 / 還付 / 返金 / 환급
  document 1: お知らせ / 发票 / 重要
  urgency 1: お早めに / 立即 / 尽快 / 至急 / 緊急 / 즉시 / 긴급
`);
