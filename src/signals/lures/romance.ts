/** French, Spanish, Portuguese, Italian. */
import { lurePhrases } from "./lure.ts";

export const romance = lurePhrases(`
  credentials 3: confirmer votre / confirmez votre / verifier votre / verifiez votre / mettre a jour ~ informations / mettez a jour / mise a jour ~ compte / valider votre / vos coordonnees bancaires / actualiser ~ informations
  suspension 3: compte ~ suspendu / compte ~ bloque / compte ~ limite / acces ~ suspendu / sera suspendu / a ete suspendu / a expire / sera desactive
  security-alert 3: activite inhabituelle / connexion inhabituelle / connexion suspecte / nouvelle connexion / alerte de securite / activite suspecte
  mailbox 3: boite ~ pleine / espace de stockage / messages en attente / quota ~ atteint / votre messagerie
  payment 3: paiement ~ refuse / paiement ~ echoue / facture impayee / echec ~ paiement / facture ~ attente
  payment-change 3: nouveau rib / nouvelles coordonnees bancaires / changement de rib / changement de coordonnees
  gift-card 3: coupons pcs / tickets ~ transcash
  rapport 3: etes vous disponible / es tu disponible / un service urgent / j ai besoin de votre aide / etes vous au bureau
  delivery 3: colis ~ en attente / frais de douane / livraison ~ echouee / livraison ~ impossible / reprogrammer ~ livraison
  prize 3: vous avez ete selectionne / vous etes ~ gagnant
  document 3: document ~ partage / nouveau document / nouveau message / message vocal / document important
  refund 3: vous etes eligible
  advance-fee 3: pret entre
  urgency 2: dans les 24 heures / sous 24 heures / sous 48 heures / action requise / dernier avis / dans les plus brefs delais / cher client / chere cliente
  credentials 3: verifique su / confirme su / actualice su / verificar su / actualizar sus datos / confirmar sus datos / validar su / verificacion de / actualizacion de datos
  suspension 3: cuenta ~ suspendida / cuenta ~ bloqueada / cuenta ~ limitada / sera suspendida / ha sido suspendida / ha caducado / sera desactivada
  security-alert 3: actividad inusual / actividad sospechosa / inicio de sesion ~ inusual / acceso no autorizado / alerta de seguridad
  mailbox 3: buzon ~ lleno / almacenamiento ~ lleno / mensajes pendientes / limite de almacenamiento
  payment 3: pago ~ rechazado / factura pendiente / pago pendiente / comprobante de pago
  payment-change 3: nueva cuenta bancaria / cambio de cuenta
  rapport 3: estas disponible / esta disponible ~ momento / necesito un favor
  delivery 3: tu paquete / paquete ~ pendiente / tasas de aduana / entrega ~ fallida / no ~ podido entregar
  prize 3: ha sido seleccionado
  document 3: documento compartido / nuevo documento / nueva notificacion / notificacion electronica
  urgency 2: en 24 horas / accion requerida / ultimo aviso / de inmediato / estimado cliente / querido cliente
  credentials 3: confirme seus dados / atualize seus dados / atualizacao cadastral / atualizar seus dados / verifique sua / confirmar seus dados / atualize ~ cadastro / modulo de seguranca
  suspension 3: conta ~ suspensa / conta ~ bloqueada / sera suspensa / sera bloqueada / sera cancelado / bloqueio ~ conta / acesso ~ bloqueado / sera bloqueado / expira hoje / ira expirar
  security-alert 3: atividade suspeita / acesso nao autorizado / atividade incomum / compra ~ aprovada / compra nao reconhecida / transacao suspeita
  mailbox 3: caixa ~ cheia / armazenamento ~ cheio / espaco ~ cheio
  payment 3: pagamento ~ recusado / fatura ~ atraso / fatura vencida / segunda via / debito pendente / debitos pendentes / fatura ~ disponivel / em aberto
  delivery 3: sua encomenda / seu pacote / taxa ~ alfandega / objeto ~ retido / aguardando pagamento / entrega ~ pendente / objeto postal
  prize 3: voce foi selecionado
  document 3: documento ~ compartilhado / novo documento / visualizar documento / visualizar ~ anexo / baixar ~ arquivo
  refund 3: valores a receber / saldo ~ disponivel / dinheiro esquecido
  urgency 2: ultimo aviso / em ate 24 horas / prezado cliente / caro cliente / prezado a / acao necessaria
  credentials 3: verifica il tuo / conferma il tuo / aggiorna i tuoi / confermare ~ dati / aggiornare ~ dati / verifica dei dati / aggiornamento ~ dati
  suspension 3: conto ~ sospeso / account ~ sospeso / verra sospeso / verra bloccato / carta ~ bloccata / e stato bloccato / verra disattivato
  security-alert 3: attivita sospetta / accesso non autorizzato / attivita insolita / accesso anomalo
  mailbox 3: casella ~ piena / spazio di archiviazione
  payment 3: pagamento ~ rifiutato / fattura ~ scaduta / pagamento non riuscito / rinnovo ~ dominio
  delivery 3: il suo pacco / pacco ~ in attesa / spese di spedizione / consegna ~ fallita / spedizione ~ sospesa
  prize 3: sei stato selezionato
  urgency 2: entro 24 ore / ultimo avviso / gentile cliente
  suspension 1: expiration / cancelamento / expirando / scaduto
  payment 1: regularisation / prelevement / comprobante / boleto / comprovante / cobranca / pendencia / pendencias / protesto / negativado
  payment 1: intimacao / multa / rinnova
  delivery 2: votre colis / su paquete / il tuo pacco
  prize 1: felicitations / cadeau / sondage / recompense / felicidades / encuesta / premio / ganador / regalo / parabens
  prize 1: resgatar / milhas / sorteio / cashback / resgate / bonus / pesquisa / congratulazioni / sondaggio / vincitore
  refund 1: remboursement / reembolso / devolucion / restituicao / rimborso
  advance-fee 1: donation / herencia / donacion / prestamo / heranca / emprestimo / doacao
  urgency 1: immediatement / urgent / urgente / imediatamente / evite / regularize / immediatamente
  delivery 1: su envio / seu pedido
  credentials 1: recadastramento / sincronizar / convalida
  payment 1: moyen de paiement / metodo de pago / factura electronica / nota fiscal
  delivery 1: frais de livraison / gastos de envio
  prize 2: vous avez gagne / has ganado / voce ganhou / hai vinto
  prize 1: tirage au sort / ha ganado / in regalo
  advance-fee 1: offre de pret
  urgency 1: dernier rappel / derniere chance / ultima oportunidad / ultimo dia / ultima chance
  security-alert 1: nuevo dispositivo / novo dispositivo
  suspension 1: in scadenza
  prize 2: pontos ~ expirar / resgate seus pontos / pontos acumulados / pontos ~ expiram
  urgency 2: 24 horas
`);
